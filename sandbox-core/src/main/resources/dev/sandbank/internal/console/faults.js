// Faults: those that are on, and a form to set one.
import * as api from "./api.js";
import {button, field, form, make, options, suggesting} from "./dom.js";

/** The effects, and what each needs. */
const EFFECTS = {
    fail: {status: 503}, failWithPage: {status: 502}, failWithError: {error: "server_error"}, refuse: {reason: ""},
    throttle: {wait: "PT1M"}, delay: {time: "PT2S"}, delayOnSandboxClock: {time: "PT5M"}, truncate: {}, drop: {},
    mistype: {contentType: "text/plain"}, replaceStatus: {status: 500}, replaceHeader: {name: "", value: ""},
    removeHeader: {name: ""}, replaceMember: {member: "", value: ""}, removeMember: {member: ""},
};

export async function show(main) {
    const [operations, clients] = await Promise.all([api.names("operations"), api.names("clients")]);
    const list = make("ul", {class: "list"});
    const draw = async () => {
        const {faults} = await api.get("/faults");
        list.replaceChildren(...faults.map(({id, told, left}) => make("li", {}, told, left === undefined ? "" : make("span", {class: "quiet"}, ` ${left} left`), " ",
            button("Off", async () => {
                await api.remove(api.path("faults", String(id)));
                await draw();
            }, {"aria-label": `Off: ${told}`}))), faults.length === 0 ? make("li", {class: "quiet"}, "No fault is on.") : "");
    };
    const [on, operationNames] = suggesting("fault-on", operations, {placeholder: "every operation"});
    const [by, clientNames] = suggesting("fault-by", clients, {placeholder: "every client"});
    const next = make("input", {type: "number", min: "1", placeholder: "until off"});
    const members = make("div", {class: "fields"});
    const effect = make("select", {onchange: () => ask()}, options(Object.keys(EFFECTS)));
    const ask = () => members.replaceChildren(...Object.entries(EFFECTS[effect.value]).map(([name, usual]) =>
        field(name, make("input", {name, value: usual, required: name !== "value", type: typeof usual === "number" ? "number" : "text"}))));
    ask();
    main.replaceChildren(
        make("section", {class: "card", "aria-label": "Faults that are on"}, make("h2", {}, "On"), list,
            make("div", {class: "buttons"}, button("All off", async () => {
                await api.remove("/faults");
                await draw();
            }))),
        form({class: "card"}, async () => {
            const given = [...members.querySelectorAll("input")].map((input) => [input.name, input.type === "number" ? input.valueAsNumber : input.value]);
            const fault = {effect: {type: effect.value, ...Object.fromEntries(given)}};
            Object.assign(fault, on.value.trim() !== "" && {on: [on.value.trim()]}, by.value.trim() !== "" && {by: [by.value.trim()]},
                next.value !== "" && {next: next.valueAsNumber});
            await api.post("/faults", fault);
            await draw();
        },
        make("h2", {}, "A new fault"),
        make("div", {class: "fields"}, field("Operation", on), field("Client", by), field("Next calls", next), field("Effect", effect)),
        members, operationNames, clientNames, make("button", {class: "primary"}, "Set")));
    await draw();
}
