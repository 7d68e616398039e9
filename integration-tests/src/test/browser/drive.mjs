// Drives Chromium through the scenarios, one browser profile each, and writes down what was seen.
// Usage: node drive.mjs CHROMIUM SITE ISSUER REPORT
import {writeFileSync} from "node:fs";
import {chromium} from "playwright-core";
import {scenarios} from "./scenarios.mjs";

const [executablePath, site, issuer, report] = process.argv.slice(2);
const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

const complaintsOf = (context) => {
    const complaints = [];
    context.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) {
            complaints.push(message.text());
        }
    });
    context.on("weberror", (error) => complaints.push(String(error.error())));
    return complaints;
};

const run = async (browser, scenario) => {
    const context = await browser.newContext(scenario.profile ?? {});
    context.setDefaultTimeout(20_000);
    const complaints = complaintsOf(context);
    const page = await context.newPage();
    try {
        return {...(await scenario.play({context, page, site, issuer})), complaints};
    } catch (error) {
        const text = await page.locator("body").innerText({timeout: 1_000}).catch(() => "");
        return {failure: `${error.stack}\nat ${page.url()}\n${text}`, complaints};
    } finally {
        await context.close();
    }
};

const browser = await chromium.launch({executablePath, args, headless: true});
const seen = {};
for (const [name, scenario] of Object.entries(scenarios)) {
    seen[name] = await run(browser, scenario);
}
await browser.close();
writeFileSync(report, JSON.stringify(seen, null, 2));
