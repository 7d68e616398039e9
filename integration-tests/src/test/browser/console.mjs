// Uses the console: calls as they come, many calls, the keyboard, a token, pages of elsewhere.
// Usage: node console.mjs CHROMIUM BANK GUARDED TOKEN ELSEWHERE REPORT
import {readFileSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {chromium} from "playwright-core";

const [executablePath, bank, guarded, token, elsewhere, report] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const profiles = {
    wideLight: {viewport: {width: 1280, height: 800}, colorScheme: "light"},
    wideDark: {viewport: {width: 1280, height: 800}, colorScheme: "dark"},
    narrowLight: {viewport: {width: 360, height: 640}, colorScheme: "light"},
    narrowDark: {viewport: {width: 360, height: 640}, colorScheme: "dark"},
};
const console_ = `${bank}/_sandbank/`;

const browser = await chromium.launch({executablePath, args: ["--no-sandbox", "--disable-gpu"], headless: true});

async function opened(url, profile = profiles.wideLight) {
    const context = await browser.newContext(profile);
    const page = await context.newPage();
    const complaints = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(url);
    return {page, complaints, close: () => context.close()};
}

const violations = async (page) => {
    await page.evaluate(axe);
    const found = await page.evaluate(() => globalThis.axe.run());
    return found.violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target}`));
};

const rows = (page) => page.locator("[role=option]");
const first = (page) => rows(page).first();
const call = (headers = {}) => fetch(`${bank}/banking/accounts`, {headers});
const live = (page) => page.locator("#state.live").waitFor();

const seen = {};

seen.live = await (async () => {
    const {page, complaints, close} = await opened(console_);
    await live(page);
    await page.evaluate(() => globalThis.notReloaded = true);
    await call({"Sandbank-Test": "PaymentsTest.pays"});
    await first(page).waitFor();
    const row = await first(page).innerText();
    await first(page).click();
    const gates = await page.locator(".gates li").allInnerTexts();
    const filtered = {};
    await page.fill("#filter-test", "nothing");
    await page.getByText("No call fits").waitFor();
    await page.waitForFunction(() => document.querySelectorAll("[role=option]").length < 1);
    filtered.none = await rows(page).count();
    await page.fill("#filter-test", "pays");
    await first(page).waitFor();
    filtered.some = await rows(page).count();
    const told = {row, gates, filtered, notReloaded: await page.evaluate(() => globalThis.notReloaded === true), complaints};
    await close();
    return told;
})();

seen.looks = {};
for (const [name, profile] of Object.entries(profiles)) {
    const {page, complaints, close} = await opened(console_, profile);
    const parts = {};
    await page.locator("nav a").first().waitFor();
    for (const part of await page.locator("nav a").evaluateAll((links) => links.map((link) => link.hash))) {
        await page.locator(`nav a[href="${part}"]`).click();
        await page.locator(`main[data-part="${part.slice(1)}"]`).waitFor();
        if (part === "#calls") {
            await first(page).click();
        }
        parts[part] = {
            violations: await violations(page),
            tooWide: await page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
        };
    }
    seen.looks[name] = {parts, complaints};
    await close();
}

seen.blocked = await (async () => {
    const {page, complaints, close} = await opened(`${console_}#users`);
    const ada = page.getByRole("region", {name: "ada", exact: true});
    await ada.getByText("Token").click();
    await ada.getByLabel("Client").fill("ada-batch");
    await page.keyboard.press("Enter");
    await ada.locator("pre").waitFor();
    const headers = {Authorization: `Bearer ${await ada.locator("pre").innerText()}`};
    const before = (await call(headers)).status;
    await ada.getByRole("button", {name: "Block ada", exact: true}).click();
    await ada.getByText("blocked", {exact: true}).waitFor();
    const reply = await call(headers);
    await ada.getByRole("button", {name: "Unblock ada"}).click();
    await ada.getByText("active", {exact: true}).waitFor();
    const told = {before, blocked: reply.status, after: (await call(headers)).status, complaints};
    await close();
    return told;
})();

seen.controls = await (async () => {
    const {page, complaints, close} = await opened(`${console_}#clock`);
    await page.fill("input[placeholder^='2031']", "2031-03-03T09:00:00Z");
    await page.keyboard.press("Enter");
    await page.getByText("2031-03-03T09:00:00Z").waitFor();
    await page.getByRole("button", {name: "+1 day"}).click();
    await page.getByText("2031-03-04T09:00:00Z").waitFor();
    await page.getByRole("button", {name: "Follow the system"}).click();
    await page.getByText("The clock goes on").waitFor();
    await page.getByRole("link", {name: "Faults"}).click();
    await page.getByRole("button", {name: "Set"}).click();
    const off = page.getByRole("button", {name: "Off:"});
    await off.waitFor();
    const faulty = (await call()).status;
    await off.click();
    await page.getByText("No fault is on").waitFor();
    await page.getByRole("link", {name: "Sandbox"}).click();
    await page.getByRole("button", {name: "Make one like this"}).click();
    const further = page.getByRole("link", {name: /^apiture [0-9a-f]+$/});
    await further.waitFor();
    const other = await opened(await further.evaluate((link) => link.href));
    await live(other.page);
    await other.close();
    await page.getByRole("button", {name: "Close"}).click();
    await page.getByText("None.").waitFor();
    const told = {faulty, sound: (await call()).status, complaints};
    await close();
    return told;
})();

seen.keyboard = await (async () => {
    const {page, close} = await opened(console_);
    await first(page).waitFor();
    const stops = [];
    const focus = () => page.evaluate(() => document.activeElement.ariaLabel || document.activeElement.innerText || document.activeElement.id);
    while (stops.length < 40 && !stops.includes("Calls, the latest first")) {
        await page.keyboard.press("Tab");
        stops.push(await focus());
    }
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const told = {stops, heading: await focus(), chosen: await page.locator("[aria-selected=true]").count()};
    await close();
    return told;
})();

seen.token = await (async () => {
    const asked = await opened(`${guarded}/_sandbank/`);
    await asked.page.locator("input[type=password]").waitFor();
    const told = {asks: await asked.page.locator("main h2").innerText(), violations: await violations(asked.page), calls: await rows(asked.page).count()};
    await asked.page.fill("input[type=password]", "wrong");
    await asked.page.keyboard.press("Enter");
    await asked.page.getByText("The token is wrong").waitFor();
    await asked.page.fill("input[type=password]", token);
    await asked.page.keyboard.press("Enter");
    await live(asked.page);
    await asked.close();
    const linked = await opened(`${guarded}/_sandbank/#token=${encodeURIComponent(token)}`);
    await live(linked.page);
    told.address = linked.page.url();
    await linked.close();
    return told;
})();

seen.elsewhere = await (async () => {
    const {page, close} = await opened(elsewhere);
    const told = await page.evaluate(async (bank) => {
        const outcome = (work) => work.then(() => "got it", () => "nothing");
        const loaded = (tag, attribute, url) => new Promise((good, bad) => {
            const element = document.createElement(tag);
            Object.assign(element, {[attribute]: url, onload: good, onerror: bad});
            document.body.append(element);
        });
        const reset = {method: "POST", mode: "no-cors", headers: {"Content-Type": "text/plain"}};
        return {
            read: await outcome(fetch(`${bank}/_sandbank/api`)),
            page: await outcome(fetch(`${bank}/_sandbank/`)),
            script: await outcome(loaded("script", "src", `${bank}/_sandbank/console/main.js`)),
            change: await outcome(fetch(`${bank}/_sandbank/api/reset`, {...reset, mode: "cors", headers: {"Content-Type": "application/json"}})),
        };
    }, bank);
    await close();
    return told;
})();

seen.rebound = await (async () => {
    const rebinding = await chromium.launch({executablePath, args: ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP evil.example 127.0.0.1"], headless: true});
    const page = await rebinding.newPage();
    const reply = await page.goto(console_.replace(/\/\/[^:/]+/, "//evil.example"));
    const told = {status: reply.status()};
    await rebinding.close();
    return told;
})();

seen.many = await (async () => {
    const {page, complaints, close} = await opened(console_);
    await live(page);
    const more = 10_000 - Number.parseInt(await page.locator("[role=status]").last().innerText(), 10);
    for (let done = 0; done < more; done += 50) {
        await Promise.all(Array.from({length: Math.min(50, more - done)}, async () => (await call()).text()));
    }
    await page.getByText("10000 calls").waitFor();
    const numbers = () => rows(page).evaluateAll((all) => all.map((row) => Number(row.id.slice(4))));
    const most = async () => ({rows: await rows(page).count(), elements: await page.locator("*").count()});
    const top = await numbers();
    const drawn = [await most()];
    await page.locator(".rows").evaluate((box) => box.scrollTop = box.scrollHeight / 2);
    await page.locator("#row-5000").waitFor();
    const middle = await numbers();
    drawn.push(await most());
    await page.locator(".rows").focus();
    await page.keyboard.press("End");
    await page.locator("#row-1").waitFor();
    drawn.push(await most());
    const told = {top, middle, bottom: await numbers(), drawn, complaints};
    await close();
    return told;
})();

await browser.close();
writeFileSync(report, JSON.stringify(seen, null, 2));
