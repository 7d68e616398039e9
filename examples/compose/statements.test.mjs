import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const bank = process.env.SANDBANK_URL ?? "http://127.0.0.1:8080";

async function control(method, path, content) {
  const reply = await fetch(bank + "/_sandbank/api" + path, {
    method,
    headers: {
      Authorization: "Bearer " + process.env.SANDBANK_CONTROL_TOKEN,
      ...(content && { "Content-Type": "application/json" }),
    },
    body: content && JSON.stringify(content),
  });
  if (!reply.ok) throw new Error((await reply.json()).detail);
  return reply.status === 204 ? null : reply.json();
}

/** Stands for your own code: it knows where the bank is, its own secret, and nothing of a sandbox. */
async function statements() {
  const discovery = await (await fetch(bank + "/oidc/.well-known/openid-configuration")).json();
  const granted = await fetch(discovery.token_endpoint, {
    method: "POST",
    headers: { Authorization: "Basic " + btoa("ada-batch:ada-batch-9vN4gC") },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  const { access_token: token } = await granted.json();
  return fetch(bank + "/banking/accounts", { headers: { Authorization: "Bearer " + token } });
}

beforeEach(() => control("POST", "/reset"));

test("the bank is called by the name that it gives itself", async () => {
  const discovery = await (await fetch(bank + "/oidc/.well-known/openid-configuration")).json();

  assert.equal(discovery.issuer, bank + "/oidc/");
});

test("a customer's accounts are listed", async () => {
  assert.equal((await statements()).status, 200);
});

test("a blocked customer is turned away", async () => {
  await control("POST", "/users/ada/block");

  assert.equal((await statements()).status, 403);
  const { calls } = await control("GET", "/calls?refusal=subject-blocked&wait=PT2S");
  assert.equal(calls.at(-1).decision.explanation, "refused at blocked: The user ada is blocked");
});
