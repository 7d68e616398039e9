// What the bank tells its applications.
import * as api from "./api.js";
import {box, message} from "./call.js";
import {button, make} from "./dom.js";

const LATEST = 50;
const at = (where) => api.inEnvironment(`/webhooks/${where}`);

export async function show(main) {
    const endpoints = make("ul", {class: "list"});
    const events = make("ul", {class: "list"});
    const none = (list, text) => list.length === 0 ? make("li", {class: "quiet"}, text) : "";
    const draw = async () => {
        const [receivers, told, sent] = await Promise.all([api.get(at("endpoints")), api.get(at("events")), api.get(at("deliveries"))]);
        const to = Map.groupBy?.(sent.deliveries, ({event}) => event) ?? new Map();
        endpoints.replaceChildren(...receivers.endpoints.map(({id, paused}) => make("li", {}, make("b", {}, id), " ",
            button(paused ? "Resume" : "Pause", async () => {
                await api.post(at(`endpoints${api.path(id)}/${paused ? "resume" : "pause"}`));
                await draw();
            }, {"aria-label": `${paused ? "Resume" : "Pause"} ${id}`}))), none(receivers.endpoints, "No endpoint."));
        events.replaceChildren(...told.events.slice(-LATEST).reverse().map((event) => make("li", {},
            make("details", {}, make("summary", {}, event.type, make("span", {class: "quiet"}, ` ${event.createdAt}`)), box(message(event.body), `Event ${event.id}`)),
            (to.get(event.id) ?? []).map((delivery) => make("p", {class: "quiet small"}, `to ${delivery.to}: ${delivery.state}, ${delivery.attempts} attempts`)))),
        none(told.events, "No event yet."));
    };
    main.replaceChildren(
        make("section", {class: "card", "aria-label": "Endpoints"}, make("h2", {}, "Endpoints"), endpoints),
        make("section", {class: "card", "aria-label": "Events"}, make("h2", {}, `The latest ${LATEST} events`), events,
            make("div", {class: "buttons"}, button("Look again", draw))));
    await draw();
}
