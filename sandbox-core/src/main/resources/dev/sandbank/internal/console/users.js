// Users: blocked or not, signed in, what they may do, and tokens for them.
import * as api from "./api.js";
import {attempt, button, field, form, make, notice} from "./dom.js";
import {tokenForm} from "./tokens.js";

const at = (user, ...more) => api.inEnvironment(api.path("users", user, ...more));

/** Shows what a user may do with one resource, each permission with a button that withdraws it. */
function entitlements(user) {
    const held = make("ul", {class: "list"});
    const resource = make("input", {required: true, spellcheck: "false", autocomplete: "off"});
    const permission = make("input", {placeholder: "empty: only look", spellcheck: "false", autocomplete: "off"});
    const draw = ({permissions}) => held.replaceChildren(...permissions.map((name) => make("li", {}, make("code", {}, name), " ",
        button("Withdraw", async () => draw(await api.remove(at(user, "entitlements", resource.value, name))),
            {"aria-label": `Withdraw ${name}`}))),
    permissions.length === 0 ? make("li", {class: "quiet"}, "No permission on this resource.") : "");
    return form({}, async () => {
        const name = permission.value.trim();
        const told = name === ""
            ? await api.get(at(user, "entitlements", resource.value))
            : await api.put(at(user, "entitlements", resource.value, name));
        permission.value = "";
        draw(told);
    },
    make("div", {class: "fields"}, field("Id of an account or other resource", resource), field("Permission to give", permission),
        make("button", {}, "Look or give")), held);
}

function card(user, clients) {
    const status = make("span", {class: "badge"}, "…");
    const draw = (told) => {
        status.textContent = told.status;
        status.className = told.status === "active" ? "badge" : "badge bad";
    };
    const change = (name, how, said) => button(name, async () => {
        draw(await api.post(at(user, how)));
        notice(`${user} ${said}.`);
    }, {"aria-label": `${name} ${user}`});
    attempt(async () => draw(await api.get(at(user))));
    const more = (name, content) => {
        const part = make("details", {ontoggle: () => part.childElementCount === 1 && part.append(content())}, make("summary", {}, name));
        return part;
    };
    return make("section", {class: "card", "aria-label": user},
        make("h2", {}, user, " ", status),
        make("div", {class: "buttons"}, change("Block", "block", "is blocked"), change("Unblock", "unblock", "is not blocked any more"),
            change("Sign out", "sign-out", "is signed out, and all tokens are revoked")),
        more("Entitlements", () => entitlements(user)),
        more("Token", () => tokenForm(`user-${user}`, clients, [user], {user})));
}

const MOST = 60;

export async function show(main) {
    const [users, clients] = await Promise.all([api.names("users"), api.names("clients")]);
    const cards = make("div", {class: "cards"});
    const search = make("input", {type: "search", autocomplete: "off", oninput: () => draw()});
    const draw = () => cards.replaceChildren(...users.filter((user) => user.includes(search.value.trim())).slice(0, MOST)
        .map((user) => card(user, clients)));
    main.replaceChildren(
        users.length > MOST ? make("div", {class: "fields"}, field(`Find among ${users.length} users; ${MOST} are shown`, search)) : "", cards);
    draw();
}
