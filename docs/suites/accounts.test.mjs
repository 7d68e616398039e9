import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

const server = process.env.BANK ?? "http://127.0.0.1:8080";
let bank; // a sandbox of this process's own

async function api(url, method, content) {
  const reply = await fetch(url, {
    method,
    headers: content ? { "Content-Type": "application/json" } : {},
    body: content && JSON.stringify(content),
  });
  if (!reply.ok) throw new Error((await reply.json()).detail);
  return reply.status === 204 ? null : reply.json();
}

const control = (method, path, content) => api(bank.controlUrl + path, method, content);

/** Stands for your own code. */
async function statements(authorization, path = "/banking/accounts") {
  return fetch(bank.baseUrl + path, { headers: authorization ? { Authorization: authorization } : {} });
}

const bearer = async (client) => "Bearer " + (await control("POST", "/tokens", { client })).token;
const lastCall = async () => (await control("GET", "/calls?limit=1")).calls[0];

before(async () => {
  bank = await api(server + "/_sandbank/api/sandboxes", "POST", { fixture: "apiture", life: "PT10M" });
});
beforeEach(() => control("POST", "/reset"));
after(() => api(server + "/_sandbank/api/sandboxes/" + bank.id, "DELETE"));

test("a blocked customer is turned away", async () => {
  await control("POST", "/users/ada/block");
  await statements(await bearer("ada-batch"));

  const call = await lastCall();
  assert.equal(call.status, 403);
  assert.equal(call.decision.refusal, "subject-blocked");
  assert.deepEqual(call.decision.gates.at(-1), { name: "blocked", verdict: "refused", saw: "The user ada is blocked" });
});

test("an account has what the test says", async () => {
  await control("PATCH", "/resources/accounts/acct-4f81c0", { balance: "0.07" });

  const reply = await statements(await bearer("ada-batch"), "/banking/accountBalances?accounts=acct-4f81c0");
  assert.equal((await reply.json()).items[0].current, "0.07");
});

test("a token lives a quarter of an hour", async () => {
  const token = await bearer("ada-batch");
  await control("PATCH", "/clock", { advance: "PT15M" });

  assert.equal((await statements(token)).status, 401);
  assert.equal((await lastCall()).decision.refusal, "token-expired");
});

test("the bank fails once", async () => {
  await control("POST", "/faults", { on: ["listAccounts"], next: 1, effect: { type: "fail", status: 503 } });
  const token = await bearer("ada-batch");

  assert.equal((await statements(token)).status, 503);
  assert.equal((await statements(token)).status, 200);
  assert.deepEqual((await control("GET", "/faults")).unmet, []);
});

test("no bad token opens anything", async () => {
  const { flaws } = await control("GET", "/tokens/flaws?operation=listAccounts");
  for (const flaw of flaws) {
    await control("POST", "/reset");
    const bad = await control("POST", "/tokens/bad", { flaw, client: "ada-batch" });

    assert.equal((await statements(bad.authorization)).status, bad.status, flaw);
    const call = await lastCall();
    assert.equal(call.decision.refusal, bad.reason, flaw);
    assert.deepEqual((await control("GET", `/arranged/${bad.id}/differences?call=${call.number}`)).differences, [], flaw);
  }
});

test("every denial of getAccount is met", async () => {
  const { denials } = await control("GET", "/operations/getAccount/denials?gate=entitlement&gate=resource&gate=scope");
  assert.notEqual(denials.length, 0);
  for (const denial of denials) {
    await control("POST", "/reset");
    const call = await control("POST", "/operations/getAccount/denials", { name: denial.name });

    assert.equal((await fetch(call.url, { headers: call.headers })).status, denial.status, denial.name);
    assert.equal((await lastCall()).decision.refusal, denial.reason, denial.name);
  }
});
