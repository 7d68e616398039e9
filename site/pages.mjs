// Which pages the site has, and where their links lead.
import {existsSync, readFileSync, readdirSync, statSync} from "node:fs";
import {dirname, join, relative} from "node:path/posix";

const BESIDES_DOCS = {
    "README.md": "index.md",
    "docs/README.md": "documentation.md",
    "CHANGELOG.md": "project/changelog.md",
    "CONTRIBUTING.md": "project/contributing.md",
    "MIGRATION.md": "project/migration.md",
    "SECURITY.md": "project/security.md",
    "CODE_OF_CONDUCT.md": "project/code-of-conduct.md",
    "benchmarks/README.md": "project/benchmarks.md",
};

const markdownBelow = (root, folder) =>
    readdirSync(join(root, folder)).flatMap((name) => {
        const path = join(folder, name);
        if (statSync(join(root, path)).isDirectory()) {
            return markdownBelow(root, path);
        }
        return name.endsWith(".md") ? [path] : [];
    });

/** The page of each Markdown file: its path in the repository to its path in the site. */
export const pagesOf = (root) => {
    const pages = new Map(Object.entries(BESIDES_DOCS).filter(([file]) => existsSync(join(root, file))));
    for (const file of markdownBelow(root, "docs")) {
        if (!pages.has(file)) {
            pages.set(file, relative("docs", file));
        }
    }
    return pages;
};

const LINK = /(!?)\[((?:[^\][]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g;
const CODE = /^```[^]*?^```|`[^`\n]+`/gm;

/** Applies a change to the text outside of code. */
const outsideCode = (text, change) => {
    let done = "";
    let at = 0;
    for (const code of text.matchAll(CODE)) {
        done += change(text.slice(at, code.index)) + code[0];
        at = code.index + code[0].length;
    }
    return done + change(text.slice(at));
};

/** Links of one page: to other pages, else to the source at its host, if there is one. */
const linked = (text, {file, page, root, pages, repository}) =>
    text.replace(LINK, (whole, image, label, target) => {
        if (/^[a-z]+:|^#/.test(target)) {
            return whole;
        }
        const [path, fragment] = target.split("#");
        const wanted = join(dirname(file), path).replace(/\/$/, "");
        const other = pages.get(wanted) ?? pages.get(join(wanted, "README.md"));
        const anchor = fragment ? `#${fragment}` : "";
        if (other) {
            return `${image}[${label}](${relative(dirname(page), other) + anchor})`;
        }
        if (!existsSync(join(root, wanted))) {
            throw new Error(`${file} links to ${target}, which is not there`);
        }
        return repository ? `${image}[${label}](${repository}/blob/main/${wanted}${anchor})` : label;
    });

/** Vue would take `{{ }}` and `<word>` of prose for its own. */
const withoutVue = (text) => text.replace(/\{\{/g, "{<span></span>{");

/** One page as the site builder reads it. A link whose label holds code is rewritten whole. */
export const pageText = (context) => {
    const text = readFileSync(join(context.root, context.file), "utf8");
    const fences = /^```[^]*?^```/gm;
    let done = "";
    let at = 0;
    const prose = (part) => outsideCode(linked(part, context), withoutVue);
    for (const fence of text.matchAll(fences)) {
        done += prose(text.slice(at, fence.index)) + fence[0];
        at = fence.index + fence[0].length;
    }
    return done + prose(text.slice(at));
};

/** The side bar: the index of the documentation, part by part. */
export const sidebarOf = (root, pages) => {
    const parts = readFileSync(join(root, "docs/README.md"), "utf8").split(/^## /m).slice(1);
    return parts.map((part) => {
        const [title, ...lines] = part.split("\n");
        const items = [...lines.join("\n").matchAll(LINK)]
            .map(([, , label, target]) => ({text: label.replaceAll("`", ""), page: pages.get(join("docs", target.split("#")[0]))}))
            .filter(({page}, index, all) => page && all.findIndex((other) => other.page === page) === index)
            .map(({text, page}) => ({text: text[0].toUpperCase() + text.slice(1), link: "/" + page.replace(/\.md$/, "")}));
        return {text: title, collapsed: false, items};
    });
};
