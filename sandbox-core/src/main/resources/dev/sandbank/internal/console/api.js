// Speaks to the control API, as any program does. The token of this tab is in its session storage, never in a cookie or an address.

const BASE = new URL("api", document.baseURI).href;
const TOKEN = `sandbank ${BASE}`;
const ENVIRONMENT = `environment ${BASE}`;

/** Takes the token out of the address that "serve --open" prints, so that it is in no history. */
export function takeToken() {
    const told = new URLSearchParams(location.hash.slice(1));
    if (told.has("token")) {
        setToken(told.get("token"));
        history.replaceState(null, "", location.pathname);
    }
}

export const setToken = (token) => sessionStorage.setItem(TOKEN, token);
export const token = () => sessionStorage.getItem(TOKEN) ?? "";
export const setEnvironment = (name) => sessionStorage.setItem(ENVIRONMENT, name);
export const environment = () => sessionStorage.getItem(ENVIRONMENT) ?? "";

/** A path from its parts, each of which is encoded. */
export const path = (...parts) => parts.map((part) => `/${encodeURIComponent(part)}`).join("");

/** A path whose operation is of one environment. */
export const inEnvironment = (where) => environment() === ""
    ? where
    : `${where}${where.includes("?") ? "&" : "?"}environment=${encodeURIComponent(environment())}`;

class Problem extends Error {
    constructor(status, message) {
        super(message);
        this.status = status;
    }
}

async function problem(response) {
    const told = await response.json().catch(() => ({}));
    const more = (told.problems ?? []).map((each) => `${each.path ?? ""} ${each.message ?? ""}`.trim());
    return new Problem(response.status, [told.detail ?? `The sandbox answered ${response.status}`, ...more].join("; "));
}

async function request(method, where, {content, yaml, accept = "application/json", ...more} = {}) {
    const headers = {Accept: accept, ...more.headers};
    if (token() !== "") {
        headers.Authorization = `Bearer ${token()}`;
    }
    if (content !== undefined) {
        headers["Content-Type"] = yaml ? "application/yaml" : "application/json";
    }
    const body = yaml || content === undefined ? content : JSON.stringify(content);
    let response;
    try {
        response = await fetch(BASE + where, {method, headers, body, cache: "no-store", signal: more.signal});
    } catch (unreachable) {
        throw new Problem(0, `The sandbox cannot be reached: ${unreachable.message}`);
    }
    if (!response.ok) {
        throw await problem(response);
    }
    return response;
}

const json = async (response) => response.status === 204 ? {} : (await response).json();

export const get = async (where) => json(await request("GET", where));
export const post = async (where, content = {}) => json(await request("POST", where, {content}));
export const put = async (where, content = {}) => json(await request("PUT", where, {content}));
export const patch = async (where, content) => json(await request("PATCH", where, {content}));
export const remove = async (where) => json(await request("DELETE", where));
export const text = async (where, accept) => (await request("GET", where, {accept})).text();
export const putYaml = async (where, content) => json(await request("PUT", where, {content, yaml: true}));

/** The names of a kind in the chosen environment, also if that is the one without a name. */
export const names = async (kind) => (await get(`/names/${kind}?environment=${encodeURIComponent(environment())}`)).names;

/** Listens to server-sent events until the server ends them. An EventSource could not send the token. */
export async function listen(where, last, told, signal) {
    const headers = last === "" ? {} : {"Last-Event-ID": last};
    const response = await request("GET", where, {accept: "text/event-stream", headers, signal});
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    told({event: "open", id: last, data: ""});
    for (let {done, value} = await reader.read(); !done; {done, value} = await reader.read()) {
        const events = (rest + value).split("\n\n");
        rest = events.pop();
        events.map(parse).forEach(told);
    }
}

function parse(block) {
    const event = {event: "", id: "", data: ""};
    for (const line of block.split("\n")) {
        const colon = line.indexOf(": ");
        if (colon > 0) {
            event[line.slice(0, colon)] = line.slice(colon + 2);
        }
    }
    return event;
}
