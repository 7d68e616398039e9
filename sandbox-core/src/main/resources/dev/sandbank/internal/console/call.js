// One call: what each gate saw, the request and the reply.
import {button, copy, make, pairs} from "./dom.js";

/** The gates of a decision, in the order in which they were asked. */
export const gates = (told) => make("ol", {class: "gates"}, told.map(({name, verdict, saw}) => make("li", {class: verdict},
    make("b", {}, name), make("span", {class: "quiet small"}, verdict), make("p", {}, saw))));

export function message(text) {
    try {
        return JSON.stringify(JSON.parse(text), null, 2);
    } catch {
        return text;
    }
}

/** A text in a box that can be scrolled by keyboard. */
export const box = (text, label) => make("pre", {tabindex: "0", role: "region", "aria-label": label}, text);

const side = (name, headers, body) => make("details", {}, make("summary", {}, name),
    pairs(Object.entries(headers).map(([field, value]) => [field, make("code", {}, [value].flat().join(", "))])),
    body !== "" && box(message(body), `Content of the ${name.toLowerCase()}`));

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** The call as a line for a shell. The journal shortens secrets, so the token is a variable. */
function curl(call) {
    const told = Object.entries(call.requestHeaders).filter(([name]) => !/^(host|content-length|connection|authorization)$/i.test(name));
    const bearer = Object.keys(call.requestHeaders).some((name) => /^authorization$/i.test(name));
    return ["curl", call.method === "GET" ? "" : `-X ${call.method}`, bearer ? "-H \"Authorization: Bearer $TOKEN\"" : "",
        ...told.map(([name, values]) => `-H ${quoted(`${name}: ${[values].flat().join(", ")}`)}`),
        call.requestBody === "" ? "" : `--data-raw ${quoted(call.requestBody)}`,
        quoted(location.origin + call.target)].filter(Boolean).join(" ");
}

export function details(call) {
    const {decision} = call;
    return [
        make("h2", {tabindex: "-1"}, `${call.number}: ${call.method} `, make("code", {}, call.target)),
        make("p", {}, make("span", {class: decision.allowed ? "badge" : "badge bad"}, String(call.status)), ` ${decision.explanation}`),
        gates(decision.gates),
        pairs([
            ["Operation", decision.operation || "none"],
            ["Client", decision.client || "unknown"],
            ["Subject", decision.subject || "unknown"],
            ...(decision.refusal === "" ? [] : [["Refusal", make("code", {}, decision.refusal)]]),
            ...(decision.required.length === 0 ? [] : [["Required", decision.required.join(" ")], ["Held", decision.held.join(" ") || "none"]]),
            ...(call.tests.length === 0 ? [] : [["Test", call.tests.join(", ")]]),
            ["At", call.at],
        ]),
        side("Request", call.requestHeaders, call.requestBody),
        side("Reply", call.replyHeaders, call.replyBody),
        button("Copy as curl", () => copy(curl(call), "The curl line")),
    ];
}
