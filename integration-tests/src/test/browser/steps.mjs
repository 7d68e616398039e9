// The steps that the scenarios are made of.
import {createHash, randomBytes} from "node:crypto";

export const USER = "ada";
export const PASSWORD = "correct horse";

export const stateOf = async (page) => {
    await page.waitForFunction(() => document.getElementById("state")?.value);
    return JSON.parse(await page.evaluate(() => document.getElementById("state").value));
};

export const changed = async (page, action) => {
    await page.evaluate(() => (document.getElementById("state").value = ""));
    await action();
    return stateOf(page);
};

export const open = async (page, url) => {
    await page.goto(url);
    return stateOf(page);
};

export const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.innerText);

// A page gets its first focus with its first frame, which may come after `load`; no key counts before.
export const focusOf = async (page, id) => {
    await page.waitForFunction((wanted) => document.activeElement.id === wanted, id);
    return focused(page);
};

export const typePassword = async (page) => {
    await page.getByLabel("Username").fill(USER);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", {name: "Sign in"}).click();
};

export const signIn = async (page, site) => {
    await open(page, site + "/");
    await page.click("#sign-in");
    await typePassword(page);
    await page.waitForURL(site + "/callback?**");
    return stateOf(page);
};

export const authorizationRequest = async (issuer, site) => {
    const discovery = await (await fetch(issuer + ".well-known/openid-configuration")).json();
    const verifier = randomBytes(32).toString("base64url");
    const query = new URLSearchParams({
        response_type: "code",
        response_mode: "form_post",
        client_id: "receiver",
        redirect_uri: site + "/receive",
        scope: "openid profile",
        state: 'a:"b"&<c>+ü',
        code_challenge: createHash("sha256").update(verifier).digest("base64url"),
        code_challenge_method: "S256",
    });
    return {verifier, url: discovery.authorization_endpoint + "?" + query, discovery};
};
