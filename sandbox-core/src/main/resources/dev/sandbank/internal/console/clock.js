// The sandbox's clock.
import * as api from "./api.js";
import {button, field, form, make} from "./dom.js";

export async function show(main) {
    const now = make("p", {class: "clock"});
    const how = make("p", {class: "quiet"});
    const at = make("input", {required: true, placeholder: "2031-03-03T09:00:00Z", spellcheck: "false"});
    const by = make("input", {required: true, placeholder: "P1DT2H", spellcheck: "false"});
    const draw = (clock) => {
        now.textContent = clock.now.replace(/\.\d+Z/, "Z");
        how.textContent = clock.frozen ? "The clock stands still until it is moved or released." : "The clock goes on.";
        if (at.value === "") {
            at.value = clock.now.replace(/\.\d+Z/, "Z");
        }
    };
    const change = async (content) => draw(await api.patch("/clock", content));
    const refresh = async () => draw(await api.get("/clock"));
    main.replaceChildren(make("section", {class: "card", "aria-label": "Clock"}, now, how,
        make("div", {class: "buttons"},
            button("+5 min", () => change({advance: "PT5M"})), button("+1 hour", () => change({advance: "PT1H"})),
            button("+1 day", () => change({advance: "P1D"})), button("Follow the system", () => change({follow: true}))),
        form({}, () => change({at: at.value.trim()}), make("div", {class: "fields roomy"}, field("Moment", at), make("button", {}, "Stop there"))),
        form({}, () => change({advance: by.value.trim()}), make("div", {class: "fields roomy"}, field("Duration", by), make("button", {}, "Move on")))));
    await refresh();
    const timer = setInterval(() => document.hidden || refresh().catch(() => {}), 1000);
    return () => clearInterval(timer);
}
