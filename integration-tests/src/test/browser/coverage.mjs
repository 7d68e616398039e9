// Reads the page of coverage: wide and light, narrow and dark.
// Usage: node coverage.mjs CHROMIUM PAGE REPORT
import {readFileSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {pathToFileURL} from "node:url";
import {chromium} from "playwright-core";

const [executablePath, path, report] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const profiles = {
    wide: {viewport: {width: 1280, height: 800}, colorScheme: "light"},
    narrow: {viewport: {width: 360, height: 640}, colorScheme: "dark"},
};

const violations = async (page) => {
    await page.evaluate(axe);
    const found = await page.evaluate(() => globalThis.axe.run());
    return found.violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target}`));
};

const byKeyboard = async (page) => {
    await page.keyboard.press("Tab");
    const table = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    return {table, gap: await page.locator("details[open] li").first().innerText()};
};

const browser = await chromium.launch({executablePath, args: ["--no-sandbox", "--disable-gpu"], headless: true});
const seen = {};
for (const [name, profile] of Object.entries(profiles)) {
    const context = await browser.newContext(profile);
    const page = await context.newPage();
    const complaints = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(pathToFileURL(path).toString());
    seen[name] = {
        keyboard: await byKeyboard(page),
        violations: await violations(page),
        tooWide: await page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
        complaints,
    };
    await context.close();
}
await browser.close();
writeFileSync(report, JSON.stringify(seen, null, 2));
