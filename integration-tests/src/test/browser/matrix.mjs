// Reads the page of a matrix with the keyboard and with the mouse, wide and light, narrow and dark.
// Usage: node matrix.mjs CHROMIUM PAGE REPORT
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

const toldBy = async (page) => {
    const told = page.locator("#told");
    return (await told.isVisible()) ? told.innerText() : "";
};

const focused = (page) => page.evaluate(() => {
    const cell = document.activeElement;
    const box = cell.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return {
        text: cell.innerText,
        described: document.getElementById(cell.getAttribute("aria-describedby") ?? "")?.innerText ?? "",
        covered: !cell.contains(top),
        stops: document.querySelectorAll("table [tabindex='0']").length,
    };
});

const byKeyboard = async (page) => {
    await page.focus("#filter");
    await page.keyboard.press("Tab");
    const first = await focused(page);
    await page.keyboard.press("ArrowRight");
    const next = await focused(page);
    await page.keyboard.press("ArrowUp");
    const head = await focused(page);
    await page.keyboard.press("Control+End");
    const last = await focused(page);
    const told = await toldBy(page);
    await page.keyboard.press("Escape");
    const dismissed = await toldBy(page);
    const stays = await focused(page);
    await page.keyboard.press("Shift+Tab");
    const before = await page.evaluate(() => document.activeElement.id);
    await page.keyboard.press("Tab");
    return {first, next, head, last, told, dismissed, stays, before, back: await focused(page)};
};

const byMouse = async (page) => {
    const cell = page.locator("td").nth(1);
    await cell.hover();
    const told = await toldBy(page);
    const box = await page.locator("#told").boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, {steps: 5});
    await page.clock.fastForward(10_000);
    const stays = await toldBy(page);
    await page.keyboard.press("Escape");
    await page.clock.fastForward(10_000);
    return {told, stays, dismissed: await toldBy(page)};
};

const byFilter = async (page) => {
    await page.fill("#filter", "mallory");
    const found = await violations(page);
    const heads = await page.locator("thead th:visible").count();
    await page.keyboard.press("Tab");
    return {heads, violations: found, focus: await focused(page)};
};

const browser = await chromium.launch({executablePath, args: ["--no-sandbox", "--disable-gpu"], headless: true});
const seen = {};
for (const [name, profile] of Object.entries(profiles)) {
    const context = await browser.newContext(profile);
    const page = await context.newPage();
    const complaints = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.clock.install();
    await page.goto(pathToFileURL(path).toString());
    seen[name] = {
        violations: await violations(page),
        keyboard: await byKeyboard(page),
        violationsWhileTold: (await page.keyboard.press("ArrowUp"), await violations(page)),
        mouse: await byMouse(page),
        filter: await byFilter(page),
        tooWide: await page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
        complaints,
    };
    await context.close();
}
await browser.close();
writeFileSync(report, JSON.stringify(seen, null, 2));
