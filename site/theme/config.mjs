// Settings that are functions; the rest is in site.json, which the build writes.
import {readFileSync} from "node:fs";

/** The fragment that GitHub gives a heading, so that one link leads to it in both places. */
const slugify = (heading) => heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-");

/** A column of text is narrow: what leads to the right elsewhere leads down here. */
const downwards = (diagram) => diagram.replace(/^flowchart LR/, "flowchart TB");

const withDiagrams = (md) => {
    const {fence} = md.renderer.rules;
    md.renderer.rules.fence = (tokens, index, ...rest) =>
        tokens[index].info.trim() === "mermaid"
            ? `<pre class="mermaid" v-pre>${md.utils.escapeHtml(downwards(tokens[index].content))}</pre>`
            : fence(tokens, index, ...rest);
};

export default {
    ...JSON.parse(readFileSync(new URL("site.json", import.meta.url), "utf8")),
    markdown: {anchor: {slugify}, config: withDiagrams},
};
