// Clients with their secrets, and how to call each operation.
import * as api from "./api.js";
import {attempt, button, copy, field, make, pairs} from "./dom.js";
import {tokenForm} from "./tokens.js";

const METHODS = ["get", "post", "put", "patch", "delete"];

function card(client, users) {
    const facts = make("div", {}, make("p", {class: "quiet"}, "…"));
    attempt(async () => {
        const told = await api.get(api.inEnvironment(api.path("clients", client)));
        facts.replaceChildren(pairs([
            ["Secret", told.secret === undefined ? "none" : make("code", {}, told.secret)],
            ["Scopes", told.scopes.length === 0 ? "none" : make("code", {}, told.scopes.join(" "))],
            ...(told.user === undefined ? [] : [["User", told.user]]),
            ...(told.disabled ? [["State", make("span", {class: "badge bad"}, "disabled")]] : []),
        ]), told.secret === undefined ? "" : make("div", {class: "buttons"},
            button("Copy the secret", () => copy(told.secret, "The secret"), {"aria-label": `Copy the secret of ${client}`})));
    });
    const part = make("details", {ontoggle: () => part.childElementCount === 1 && part.append(tokenForm(`client-${client}`, [client], users, {client}))},
        make("summary", {}, "Token"));
    return make("section", {class: "card", "aria-label": client}, make("h2", {}, client), facts, part);
}

function curl(method, url, described) {
    const media = Object.entries(described.requestBody?.content ?? {})[0];
    const example = media?.[1].example ?? Object.values(media?.[1].examples ?? {})[0]?.value;
    return ["curl", method === "get" ? "" : `-X ${method.toUpperCase()}`, `-H "Authorization: Bearer $TOKEN"`,
        media === undefined ? "" : `-H 'Content-Type: ${media[0]}' --data-raw '${JSON.stringify(example ?? {}).replaceAll("'", "'\\''")}'`,
        `'${url}'`].filter(Boolean).join(" ");
}

/** A line for each operation of the bank's description. */
function lines(described, base) {
    const server = described.servers?.[0]?.url ?? "";
    const root = /^https?:/.test(server) ? server : base + (server === "/" ? "" : server);
    return Object.entries(described.paths).flatMap(([path, item]) => METHODS.filter((method) => method in item).map((method) =>
        ({id: item[method].operationId ?? `${method} ${path}`, line: curl(method, root + path, item[method])})));
}

export async function show(main) {
    const [clients, users, described, sandbox] = await Promise.all([
        api.names("clients"), api.names("users"), api.get("/bank-openapi.json"), api.get(api.inEnvironment("/"))]);
    const all = lines(described, sandbox.baseUrl);
    const list = make("ul", {class: "list"});
    const search = make("input", {type: "search", autocomplete: "off", oninput: () => draw()});
    const draw = () => list.replaceChildren(...all.filter(({id}) => id.toLowerCase().includes(search.value.trim().toLowerCase()))
        .map(({id, line}) => make("li", {}, make("b", {}, id), make("div", {class: "code"}, line),
            make("div", {class: "buttons"}, button("Copy", () => copy(line, "The curl line"), {"aria-label": `Copy the curl line of ${id}`})))));
    main.replaceChildren(make("div", {class: "cards"}, clients.map((client) => card(client, users))),
        make("h2", {class: "later"}, "A curl line for each operation"),
        make("section", {class: "card", "aria-label": "Operations"},
            make("div", {class: "fields"}, field("Operation", search)), list));
    draw();
}
