import DefaultTheme from "vitepress/theme";
import {useData, useRoute} from "vitepress";
import {nextTick, onMounted, watch} from "vue";
import "./style.css";

/** Draws the diagrams of a page in the colours that the reader chose. */
const draw = async (dark) => {
    await nextTick();
    const diagrams = [...document.querySelectorAll("pre.mermaid")];
    if (diagrams.length === 0) {
        return;
    }
    const {default: mermaid} = await import("mermaid");
    mermaid.initialize({startOnLoad: false, theme: dark ? "dark" : "neutral"});
    for (const [index, diagram] of diagrams.entries()) {
        diagram.dataset.source ??= diagram.textContent;
        const {svg} = await mermaid.render(`diagram-${index}`, diagram.dataset.source);
        diagram.innerHTML = svg;
    }
};

export default {
    extends: DefaultTheme,
    setup() {
        const route = useRoute();
        const {isDark} = useData();
        onMounted(() => draw(isDark.value));
        watch([() => route.path, isDark], () => draw(isDark.value), {flush: "post"});
    },
};
