// The configuration of the site as plain data; what takes functions is in theme/.
import {sidebarOf} from "./pages.mjs";

const MODULES = {"sandbox-core": "Sandbank", "sandbox-junit-extension": "JUnit extension"};

const javadocLinks = () =>
    Object.entries(MODULES).map(([module, text]) => ({text, link: `/javadoc/${module}/index.html`, target: "_self"}));

export const configOf = (root, pages, javadoc) => {
    const sidebar = sidebarOf(root, pages);
    const nav = sidebar.map(({text, items}) => ({text, items}));
    return {
        title: "Sandbank",
        description: "An embedded sandbox server that decides as banking APIs do",
        lang: "en",
        themeConfig: {
            search: {provider: "local"},
            outline: [2, 3],
            nav: javadoc ? [...nav, {text: "Javadoc", items: javadocLinks()}] : nav,
            sidebar,
        },
    };
};
