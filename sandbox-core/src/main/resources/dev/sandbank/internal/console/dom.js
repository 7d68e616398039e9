// Makes the page's elements. Data is only ever text: nothing here or elsewhere reads HTML.

/** Makes an element: properties that begin with "on" are listeners, all others attributes. */
export function make(tag, properties = {}, ...content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
        if (name.startsWith("on")) {
            element.addEventListener(name.slice(2), value);
        } else if (value !== undefined && value !== null && value !== false) {
            element.setAttribute(name, value === true ? "" : value);
        }
    }
    element.append(...content.flat().filter((part) => part !== undefined && part !== null && part !== false && part !== ""));
    return element;
}

/** Shows a sentence for a while; errors stay longer. */
export function notice(text, bad = false) {
    const line = make("p", {class: bad ? "bad" : "good"}, text);
    document.getElementById("notices").append(line);
    setTimeout(() => line.remove(), bad ? 12_000 : 4_000);
}

/** Does something, and shows what went wrong. */
export async function attempt(work) {
    try {
        return await work();
    } catch (wrong) {
        notice(wrong.message, true);
        return undefined;
    }
}

export function button(text, work, properties = {}) {
    const made = make("button", {type: "button", ...properties}, text);
    made.addEventListener("click", async () => {
        made.setAttribute("aria-busy", "true");
        await attempt(work);
        made.removeAttribute("aria-busy");
    });
    return made;
}

export const field = (text, control) => make("label", {}, make("span", {}, text), control);

export const options = (names, chosen) => names.map((name) => make("option", {value: name, selected: name === chosen}, name));

/** An input that suggests names, and takes any text. */
export function suggesting(id, names, properties = {}) {
    const list = make("datalist", {id: `${id}-names`}, options(names));
    return [make("input", {id, list: list.id, autocomplete: "off", spellcheck: "false", ...properties}), list];
}

/** A form whose fields are sent by a button or the Enter key. */
export function form(properties, work, ...content) {
    return make("form", {...properties, onsubmit: (event) => {
        event.preventDefault();
        attempt(() => work(event.target));
    }}, ...content);
}

export const pairs = (entries) => make("dl", {}, entries.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]));

/** Copies a text; where the browser does not let a page do that, the text can be copied from the notice. */
export async function copy(text, what) {
    try {
        await navigator.clipboard.writeText(text);
        notice(`${what} is copied.`);
    } catch {
        notice(`${what}: ${text}`);
    }
}
