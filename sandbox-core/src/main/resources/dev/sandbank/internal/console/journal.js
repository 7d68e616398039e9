// The calls of the bank in this tab: as many as the sandbox keeps, in their order, as it tells of them.
import {listen} from "./api.js";

const MOST = 10_000;
const LONGEST_WAIT = 10_000;

/** The calls, oldest first. */
export const calls = [];
const listeners = new Set();
let last = "";

/** Calls a function with new calls, or with none after the list was cleared; returns what ends that. */
export function onCalls(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

const tell = (fresh) => listeners.forEach((listener) => listener(fresh));

/** Listens for as long as the page is open; tells how that goes. */
export async function follow(state) {
    for (let wait = 500; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
        try {
            await listen("/calls?since=0&limit=1000", last, (event) => {
                wait = 500;
                state("live");
                take(event);
            });
        } catch (wrong) {
            state(wrong.status === 401 ? "token" : "lost", wrong.message);
            if (wrong.status === 401) {
                return;
            }
        }
        await new Promise((goOn) => setTimeout(goOn, wait));
    }
}

function take({event, id, data}) {
    if (event === "cleared") {
        calls.length = 0;
        last = id;
        tell([]);
    } else if (event === "calls") {
        last = id;
        add(JSON.parse(data).calls);
    }
}

function add(told) {
    const newest = calls.at(-1)?.number ?? 0;
    const late = told.some((call) => call.number <= newest);
    const known = late ? new Set(calls.map((call) => call.number)) : new Set();
    const fresh = told.filter((call) => !known.has(call.number));
    calls.push(...fresh);
    if (late) {
        calls.sort((one, other) => one.number - other.number);
    }
    calls.splice(0, calls.length - MOST);
    tell(fresh);
}
