// The console: its parts, the environment that it looks at, and the token that it may need.
import * as api from "./api.js";
import * as calls from "./calls.js";
import * as clients from "./clients.js";
import * as clock from "./clock.js";
import {field, form, make, options} from "./dom.js";
import * as explain from "./explain.js";
import * as faults from "./faults.js";
import {follow} from "./journal.js";
import * as sandbox_ from "./sandbox.js";
import * as users from "./users.js";
import * as webhooks from "./webhooks.js";

const PARTS = {
    calls: ["Calls", calls],
    users: ["Users", users],
    clients: ["Clients", clients],
    clock: ["Clock", clock],
    explain: ["Explain", explain],
    faults: ["Faults", faults],
    webhooks: ["Webhooks", webhooks],
    sandbox: ["Sandbox", sandbox_],
};

const main = document.getElementById("content");
const state = document.getElementById("state");
let close = () => {};
let shown = 0;

async function show() {
    const name = Object.keys(PARTS).find((part) => location.hash === `#${part}`) ?? "calls";
    document.querySelectorAll("nav a").forEach((link) => {
        link.toggleAttribute("aria-current", link.hash === `#${name}`);
        if (link.hash === `#${name}`) {
            link.setAttribute("aria-current", "page");
        }
    });
    close();
    close = () => {};
    const turn = ++shown;
    try {
        const ending = await PARTS[name][1].show(main) ?? (() => {});
        if (turn === shown) {
            close = ending;
            main.dataset.part = name;
        } else {
            ending();
        }
    } catch (wrong) {
        main.replaceChildren(make("p", {class: "card"}, wrong.message));
    }
}

/** Asks for the token. A password manager may keep it; this page keeps it for this tab only. */
function askForToken(wrong) {
    close();
    document.querySelector("nav").replaceChildren();
    state.textContent = "";
    const input = make("input", {type: "password", name: "token", required: true, autocomplete: "off"});
    main.replaceChildren(form({class: "card"}, async () => {
        api.setToken(input.value.trim());
        location.reload();
    },
    make("h2", {}, "This sandbox needs its control token"),
    make("p", {}, wrong ? "The token is wrong. " : "", "It is what ", make("code", {}, "serve --control-token"), " was started with; ",
        make("code", {}, "serve --open"), " prints a link that has it."),
    make("div", {class: "fields"}, field("Control token", input), make("button", {class: "primary"}, "Go on"))));
    input.focus();
}

function tellState(how, why = "") {
    if (how === "token") {
        askForToken(api.token() !== "");
    }
    state.className = how;
    state.textContent = {live: "live", lost: "not connected", token: ""}[how];
    state.title = why;
}

function chooser(sandbox) {
    const select = make("select", {onchange: () => {
        api.setEnvironment(select.value);
        location.reload();
    }}, options(sandbox.environments, sandbox.environment));
    select.prepend(make("option", {value: "", selected: sandbox.environment === ""}, "without a prefix"));
    return field("Environment", select);
}

async function start() {
    api.takeToken();
    let sandbox;
    try {
        sandbox = await api.get(api.inEnvironment("/"));
    } catch (wrong) {
        if (wrong.status === 404 && api.environment() !== "") {
            api.setEnvironment("");
            location.reload();
        } else if (wrong.status === 401) {
            askForToken(api.token() !== "");
        } else {
            main.replaceChildren(make("p", {class: "card"}, wrong.message));
        }
        return;
    }
    document.getElementById("bank").textContent = sandbox.bank;
    document.title = `${sandbox.bank}, Sandbank`;
    if (sandbox.environments.length > 0) {
        document.getElementById("chosen").append(chooser(sandbox));
    }
    document.querySelector("nav").append(make("ul", {}, Object.entries(PARTS).map(([part, [name]]) =>
        make("li", {}, make("a", {href: `#${part}`}, name)))));
    document.querySelector(".skip").addEventListener("click", (event) => {
        event.preventDefault();
        main.focus();
    });
    addEventListener("hashchange", show);
    follow(tellState);
    await show();
}

start();
