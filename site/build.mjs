// Builds the site into target/site. Usage: node build.mjs [FOLDER WITH JAVADOC JARS' CONTENTS]
import {cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {build} from "vitepress";
import {configOf} from "./config.mjs";
import {pageText, pagesOf} from "./pages.mjs";

const here = import.meta.dirname;
const root = resolve(here, "..");
const source = join(here, "target/pages");
const output = join(here, "target/site");
const javadoc = process.argv[2];
// Where links to source files lead; without it, and with the placeholder of pom.xml, they are plain text.
const repository = /^https:(?!.*\.invalid\/)/.test(process.env.SANDBANK_REPOSITORY) ? process.env.SANDBANK_REPOSITORY : "";

const write = (page, text) => {
    const path = join(source, page);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, text);
};

const decisions = () => {
    const files = readdirSync(join(root, "docs/decisions")).sort();
    const line = (file) => {
        const title = readFileSync(join(root, "docs/decisions", file), "utf8").match(/^# \d+\. (.*)$/m)[1];
        return `- [${title}](${file})`;
    };
    return `# Decisions\n\nOne page for each choice that a successor would question.\n\n${files.map(line).join("\n")}\n`;
};

rmSync(join(here, "target/pages"), {recursive: true, force: true});
const pages = pagesOf(root);
pages.set("docs/decisions", "decisions/index.md");
for (const [file, page] of pages) {
    write(page, file === "docs/decisions" ? decisions() : pageText({file, page, root, pages, repository}));
}
cpSync(join(here, "theme"), join(source, ".vitepress/theme"), {recursive: true});
cpSync(join(here, "theme/config.mjs"), join(source, ".vitepress/config.mjs"));
write(".vitepress/site.json", JSON.stringify(configOf(root, pages, javadoc)));
await build(source, {outDir: output});
if (javadoc) {
    cpSync(javadoc, join(output, "javadoc"), {recursive: true});
}
if (!existsSync(join(output, "index.html"))) {
    throw new Error("the site has no first page");
}
console.log(`${pages.size} pages in ${output}`);
