// The live list of calls, with filters.
import * as api from "./api.js";
import {details} from "./call.js";
import {attempt, button, field, make, options, suggesting} from "./dom.js";
import {calls, onCalls} from "./journal.js";
import {Rows} from "./rows.js";

const RESULTS = ["all calls", "refused", "allowed"];

const refusing = (call) => call.decision.gates.find(({verdict}) => verdict === "refused")?.name ?? "";
const why = ({decision, ...call}) => decision.allowed ? `✓ ${decision.operation}` : `✕ ${refusing({decision, ...call})}: ${decision.refusal}`;
const who = ({client, subject}) => subject === "" || subject === `client ${client}` ? client : `${client} → ${subject}`;

const row = (call) => make("div", {class: call.decision.allowed ? "row" : "row refused"},
    make("span", {class: "status"}, String(call.status)),
    make("span", {class: "what"}, `${call.method} ${call.target}`),
    make("span", {class: "when"}, `${call.at.slice(11, 19)} #${call.number}`),
    make("span", {class: "why"}, why(call)),
    make("span", {class: "who"}, who(call.decision)));

/** What a call must have, by the name of its filter. */
const READS = {
    operation: (call) => [call.decision.operation],
    client: (call) => [call.decision.client],
    user: (call) => [call.decision.subject],
    refusal: (call) => [call.decision.refusal, refusing(call)],
    test: (call) => call.tests,
};

const kept = {};

const fits = (call) => (kept.result === undefined || kept.result === RESULTS[0] || call.decision.allowed === (kept.result === "allowed"))
    && Object.entries(READS).every(([name, read]) => !kept[name]
        || read(call).some((text) => text.toLowerCase().includes(kept[name].toLowerCase())));

export async function show(main) {
    const detail = make("section", {class: "card", "aria-label": "The chosen call"}, make("p", {class: "quiet"}, "Choose a call to see what each gate saw."));
    const count = make("p", {class: "quiet small", role: "status"});
    const none = make("p", {class: "card"});
    const rows = new Rows("Calls, the latest first", {
        draw: row,
        chosen: (call) => detail.replaceChildren(...details(call)),
        opened: () => detail.querySelector("h2")?.focus(),
    });
    let fitting = [];
    const refresh = (onTop) => {
        rows.show(fitting, onTop);
        rows.box.hidden = fitting.length === 0;
        none.hidden = fitting.length > 0;
        none.textContent = calls.length === 0 ? "No calls yet. They appear here as clients make them." : "No call fits the filters.";
        count.textContent = fitting.length === calls.length ? `${calls.length} calls` : `${fitting.length} of ${calls.length} calls`;
    };
    const again = () => {
        fitting = calls.filter(fits).reverse();
        refresh(0);
    };
    const inputs = Object.keys(READS).map((name) => [name, ...suggesting(`filter-${name}`, [], {
        type: "search", value: kept[name],
        oninput: (event) => {
            kept[name] = event.target.value.trim();
            again();
        },
    })]);
    const result = make("select", {onchange: (event) => {
        kept.result = event.target.value;
        again();
    }}, options(RESULTS, kept.result));
    const clear = () => {
        Object.keys(kept).forEach((name) => delete kept[name]);
        inputs.forEach(([, input]) => input.value = "");
        result.value = RESULTS[0];
        again();
    };
    main.replaceChildren(
        make("search", {class: "fields", "aria-label": "Filters"},
            field("Result", result),
            inputs.map(([name, input, list]) => make("div", {}, field(name[0].toUpperCase() + name.slice(1), input), list)),
            button("Show all", clear)),
        make("div", {class: "split"},
            make("section", {"aria-label": "List of calls"}, rows.box, none, make("div", {class: "buttons"}, count)),
            detail));
    const ended = onCalls((fresh) => {
        const more = fresh.filter(fits).reverse();
        const inOrder = fresh.length > 0 && calls.at(-fresh.length) === fresh[0];
        if (inOrder) {
            fitting = [...more, ...fitting].slice(0, calls.length);
            refresh(more.length);
        } else {
            again();
        }
    });
    again();
    attempt(async () => {
        const kinds = {operation: "operations", client: "clients", user: "users", refusal: "denial-reasons"};
        await Promise.all(inputs.filter(([name]) => name in kinds).map(async ([name, , list]) =>
            list.append(...options(await api.names(kinds[name])))));
    });
    return () => {
        ended();
        rows.close();
    };
}
