// A long list of which only the visible rows are in the page. One row is active; arrow keys move it.
import {make} from "./dom.js";

const BEYOND = 4;

export class Rows {

    /** draw(item) returns the row of an item; chosen(item) is told of the active one. */
    constructor(label, {draw, chosen, opened}) {
        this.draw = draw;
        this.chosen = chosen;
        this.all = make("div", {role: "presentation"});
        this.box = make("div", {
            class: "rows", role: "listbox", tabindex: "0", "aria-label": label,
            onscroll: () => this.later(), onkeydown: (event) => this.key(event, opened), onclick: (event) => this.click(event),
        }, this.all);
        this.items = [];
        this.active = undefined;
        this.resized = new ResizeObserver(() => this.later());
        this.resized.observe(this.box);
    }

    /** Shows these items. If new ones came on top and the reader is further down, what they read stays where it is. */
    show(items, onTop = 0) {
        this.items = items;
        this.all.style.height = `${items.length * this.height()}px`;
        if (this.box.scrollTop > 0 && onTop > 0) {
            this.box.scrollTop += onTop * this.height();
        }
        this.later();
    }

    height() {
        return this.rowHeight ??= 3.25 * parseFloat(getComputedStyle(document.documentElement).fontSize);
    }

    later() {
        this.frame ??= requestAnimationFrame(() => {
            this.frame = undefined;
            this.paint();
        });
    }

    paint() {
        const first = Math.max(0, Math.floor(this.box.scrollTop / this.height()) - BEYOND);
        const end = Math.min(this.items.length, Math.ceil((this.box.scrollTop + this.box.clientHeight) / this.height()) + BEYOND);
        this.all.replaceChildren(...this.items.slice(first, end).map((item, place) => this.row(item, first + place)));
        const drawn = this.active !== undefined && document.getElementById(`row-${this.active.number}`) !== null;
        this.box.toggleAttribute("aria-activedescendant", drawn);
        if (drawn) {
            this.box.setAttribute("aria-activedescendant", `row-${this.active.number}`);
        }
    }

    row(item, place) {
        const row = this.draw(item);
        row.id = `row-${item.number}`;
        row.setAttribute("role", "option");
        row.setAttribute("aria-selected", String(item === this.active));
        row.setAttribute("aria-setsize", this.items.length);
        row.setAttribute("aria-posinset", place + 1);
        row.dataset.place = place;
        row.style.transform = `translateY(${place * this.height()}px)`;
        return row;
    }

    activate(place) {
        const index = Math.min(this.items.length - 1, Math.max(0, place));
        this.active = this.items[index];
        if (this.active !== undefined) {
            const top = index * this.height();
            const {scrollTop, clientHeight} = this.box;
            this.box.scrollTop = Math.min(top, Math.max(scrollTop, top + this.height() - clientHeight));
            this.chosen(this.active);
        }
        this.later();
    }

    click(event) {
        const row = event.target.closest("[role=option]");
        if (row !== null) {
            this.activate(Number(row.dataset.place));
        }
    }

    key(event, opened) {
        const page = Math.floor(this.box.clientHeight / this.height()) - 1;
        const now = this.items.indexOf(this.active);
        const place = {ArrowDown: now + 1, ArrowUp: now - 1, PageDown: now + page, PageUp: now - page, Home: 0, End: this.items.length - 1}[event.key];
        if (place !== undefined) {
            event.preventDefault();
            this.activate(place);
        } else if (event.key === "Enter" && this.active !== undefined) {
            event.preventDefault();
            opened();
        }
    }

    close() {
        this.resized.disconnect();
    }
}
