// What each gate would see of a call that nobody made.
import * as api from "./api.js";
import {box, gates} from "./call.js";
import {field, form, make, suggesting} from "./dom.js";

const words = (text) => text.trim().split(/[\s,]+/).filter(Boolean);

function result(told) {
    const said = told.allowed ? "It is allowed." : `It is refused at ${told.gate}: ${told.refusal}.`;
    return [
        make("h2", {tabindex: "-1"}, `${told.operation} by ${told.caller.name ?? told.caller.client}`),
        make("p", {}, make("span", {class: told.allowed ? "badge" : "badge bad"}, String(told.reply.status)), ` ${said}`),
        gates(told.gates.map(({name, passed, saw}) => ({name, verdict: passed ? "passed" : "refused", saw}))),
        ...[["Request", told.request], ["Reply", told.reply], ...(told.events ? [["Events", told.events]] : [])].map(([name, content]) =>
            make("details", {}, make("summary", {}, name), box(JSON.stringify(content, null, 2), name))),
    ];
}

export async function show(main) {
    const [operations, clients, users] = await Promise.all([api.names("operations"), api.names("clients"), api.names("users")]);
    const [operation, operationNames] = suggesting("explain-operation", operations, {required: true});
    const [client, clientNames] = suggesting("explain-client", clients);
    const [user, userNames] = suggesting("explain-user", users);
    const scopes = make("input", {placeholder: "all of the client", spellcheck: "false"});
    const resources = make("input", {placeholder: "the example's", spellcheck: "false"});
    const body = make("textarea", {rows: "5", placeholder: "the example's", spellcheck: "false"});
    const told = make("section", {class: "card", "aria-label": "Explanation"}, make("p", {class: "quiet"}, "The call leaves no trace: it is made in a copy of the sandbox."));
    main.replaceChildren(make("div", {class: "split"}, form({class: "card"}, async () => {
        const asked = {};
        Object.assign(asked, client.value.trim() !== "" && {client: client.value.trim()}, user.value.trim() !== "" && {user: user.value.trim()},
            scopes.value.trim() !== "" && {scopes: words(scopes.value)}, resources.value.trim() !== "" && {resources: words(resources.value)},
            body.value.trim() !== "" && {body: JSON.parse(body.value)});
        told.replaceChildren(...result(await api.post(api.inEnvironment(`/operations${api.path(operation.value.trim())}/explain`), asked)));
        told.querySelector("h2").focus();
    },
    make("div", {class: "fields"}, field("Operation", operation), field("Client", client), field("User", user), field("Scopes", scopes),
        field("Ids of resources", resources)),
    make("div", {class: "fields wide"}, field("Content (JSON)", body)),
    operationNames, clientNames, userNames, make("button", {class: "primary"}, "Explain")), told));
}
