// A token for a client and, if wanted, a user: copied, and shown once.
import * as api from "./api.js";
import {box} from "./call.js";
import {copy, field, form, make, suggesting} from "./dom.js";

/** A form for a token; what is known beforehand is filled in. */
export function tokenForm(id, clients, users, {client = "", user = ""} = {}) {
    const [clientInput, clientNames] = suggesting(`${id}-client`, clients, {value: client, required: true});
    const [userInput, userNames] = suggesting(`${id}-user`, users, {value: user, placeholder: "none"});
    const shown = make("div");
    return form({}, async () => {
        const asked = {client: clientInput.value.trim()};
        if (userInput.value.trim() !== "") {
            asked.user = userInput.value.trim();
        }
        const {token} = await api.post(api.inEnvironment("/tokens"), asked);
        shown.replaceChildren(box(token, "The token"));
        await copy(token, "The token");
    },
    make("div", {class: "fields"}, field("Client", clientInput), field("User", userInput), make("button", {}, "Copy a token")),
    clientNames, userNames, shown);
}
