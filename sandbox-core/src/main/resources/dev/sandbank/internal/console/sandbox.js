// The sandbox as a whole: export, reset, the journal, and further sandboxes of this server.
import * as api from "./api.js";
import {attempt, button, make, notice} from "./dom.js";

async function save() {
    const url = URL.createObjectURL(new Blob([await api.text("/fixture", "application/yaml")], {type: "application/yaml"}));
    make("a", {href: url, download: "fixture.yaml"}).click();
    URL.revokeObjectURL(url);
}

const done = (text, work) => async () => {
    await work();
    notice(text);
};

const console_ = (sandbox) => sandbox.controlUrl.replace(/api$/, "") + (api.token() === "" ? "" : `#token=${encodeURIComponent(api.token())}`);

export async function show(main) {
    const list = make("ul", {class: "list"});
    const draw = async () => {
        const {sandboxes} = await api.get("/sandboxes");
        list.replaceChildren(...sandboxes.map((one) => make("li", {},
            make("a", {href: console_(one), target: "_blank", rel: "noopener noreferrer"}, `${one.bank} ${one.id}`),
            make("span", {class: "quiet"}, ` until ${one.endsAt} `),
            button("Close", async () => {
                await api.remove(api.path("sandboxes", one.id));
                await draw();
            }, {"aria-label": `Close ${one.id}`}))), sandboxes.length === 0 ? make("li", {class: "quiet"}, "None.") : "");
    };
    const further = make("section", {class: "card", "aria-label": "Further sandboxes"}, make("h2", {}, "Further sandboxes of this server"), list,
        make("div", {class: "buttons"}, button("Make one like this", async () => {
            await api.post("/sandboxes");
            await draw();
        })));
    main.replaceChildren(
        make("section", {class: "card", "aria-label": "State"}, make("h2", {}, "State"),
            make("p", {}, "The export is a fixture with the present state, passwords and secrets included. A reset goes back to the fixture."),
            make("div", {class: "buttons"}, button("Export", save),
                button("Reset", done("Everything is as the fixture says.", () => api.post("/reset"))),
                button("Reset but keep tokens", done("Everything but the tokens is as the fixture says.", () => api.post("/reset-keeping-tokens"))),
                button("Clear the journal", done("Calls and changes are forgotten.", () => api.remove("/journal"))))),
        further);
    try {
        await draw();
    } catch (wrong) {
        further.hidden = wrong.status === 404;
        await attempt(async () => wrong.status === 404 || Promise.reject(wrong));
    }
}
