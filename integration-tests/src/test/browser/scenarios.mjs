// What a person does in the browser, and what can be seen then.
import {PASSWORD, USER, authorizationRequest, changed, focusOf, focused, open, signIn, stateOf, typePassword} from "./steps.mjs";

const byKeyboardAlone = {
    play: async ({context, page, site, issuer}) => {
        await open(page, site + "/");
        await page.click("#sign-in");
        await page.waitForURL(issuer + "**");
        const focus = [await focusOf(page, "username")];
        await page.keyboard.type(USER);
        await page.keyboard.press("Tab");
        focus.push(await focused(page));
        await page.keyboard.type(PASSWORD);
        await page.keyboard.press("Enter");
        await page.waitForURL(site + "/callback?**");
        const cookies = await context.cookies(issuer);
        return {focus, state: await stateOf(page), cookies};
    },
};

const declined = {
    play: async ({page, site, issuer}) => {
        await open(page, site + "/");
        await page.click("#sign-in");
        await page.waitForURL(issuer + "**");
        await focusOf(page, "username");
        for (let presses = 0; presses < 3; presses++) {
            await page.keyboard.press("Tab");
        }
        const button = await focused(page);
        await page.keyboard.press("Enter");
        await page.waitForURL(site + "/callback?**");
        return {button, state: await stateOf(page)};
    },
};

const wrongPassword = {
    play: async ({page, site, issuer}) => {
        await open(page, site + "/");
        await page.click("#sign-in");
        await page.getByLabel("Username").fill(USER);
        await page.getByLabel("Password").fill("wrong");
        await page.getByRole("button", {name: "Sign in"}).click();
        const alert = await page.getByRole("alert").innerText();
        const focus = await focusOf(page, "password");
        await page.keyboard.type(PASSWORD);
        await page.keyboard.press("Enter");
        await page.waitForURL(site + "/callback?**");
        return {alert, focus, state: await stateOf(page)};
    },
};

const consent = {
    play: async ({page, site}) => {
        await signIn(page, site);
        const answers = {};
        for (const button of ["Deny", "Allow"]) {
            await open(page, site + "/?prompt=consent");
            await page.click("#sign-in");
            await page.getByRole("button", {name: button}).click();
            await page.waitForURL(site + "/callback?**");
            answers[button] = await stateOf(page);
        }
        return answers;
    },
};

const renewal = {
    play: async ({page, site, issuer}) => {
        const before = await signIn(page, site);
        const requests = [];
        page.on("request", (request) => requests.push(request));
        const after = await changed(page, () => page.click("#renew"));
        const bodies = requests.map((request) => request.postData() ?? "");
        return {
            before,
            after,
            grants: bodies.map((body) => new URLSearchParams(body).get("grant_type")).filter(Boolean),
            navigations: requests.filter((request) => request.isNavigationRequest()).length,
        };
    },
};

const signOut = {
    play: async ({page, site, issuer}) => {
        await signIn(page, site);
        await page.click("#sign-out");
        await page.waitForURL(site + "/goodbye?**");
        const state = await stateOf(page);
        await open(page, site + "/");
        await page.click("#sign-in");
        await page.waitForURL(issuer + "**");
        return {state, afterwards: await page.getByRole("heading").innerText()};
    },
};

const signOutConfirmed = {
    play: async ({page, site, issuer}) => {
        await signIn(page, site);
        const {discovery} = await authorizationRequest(issuer, site);
        await page.goto(discovery.end_session_endpoint);
        const question = await page.getByRole("heading").innerText();
        await page.getByRole("button", {name: "Sign out"}).click();
        await page.getByText("You are signed out").waitFor();
        await open(page, site + "/");
        await page.click("#sign-in");
        await page.waitForURL(issuer + "**");
        return {question, afterwards: await page.getByRole("heading").innerText()};
    },
};

const popup = {
    play: async ({page, site}) => {
        await open(page, site + "/");
        let knowsOpener;
        const state = await changed(page, async () => {
            const opening = page.waitForEvent("popup");
            await page.click("#sign-in-by-popup");
            const opened = await opening;
            await opened.getByRole("heading", {name: "Sign in"}).waitFor();
            knowsOpener = await opened.evaluate(() => window.opener !== null);
            await typePassword(opened);
        });
        return {state, knowsOpener, address: page.url()};
    },
};

const formPost = {
    play: async ({page, site, issuer}) => {
        const {url, verifier} = await authorizationRequest(issuer, site);
        await open(page, site + "/");
        await page.evaluate((address) => location.assign(address), url);
        await typePassword(page);
        await page.waitForURL(site + "/receive");
        return {verifier, received: await page.locator("pre").innerText()};
    },
};

const formPostWithoutScripts = {
    profile: {javaScriptEnabled: false},
    play: async ({page, site, issuer}) => {
        const {url, verifier} = await authorizationRequest(issuer, site);
        await page.goto(url);
        await typePassword(page);
        await page.getByRole("button", {name: "Continue"}).click();
        await page.waitForURL(site + "/receive");
        return {verifier, received: await page.locator("pre").innerText()};
    },
};

export const scenarios = {
    byKeyboardAlone,
    declined,
    wrongPassword,
    consent,
    renewal,
    signOut,
    signOutConfirmed,
    popup,
    formPost,
    formPostWithoutScripts,
};
