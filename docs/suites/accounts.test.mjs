import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { makeSandbox } from "./sandbank.mjs";

let bank;
before(async () => {
  bank = await makeSandbox("apiture");
});
beforeEach(() => bank.control("POST", "/reset"));
after(() => bank.close());

const bearer = async (client) => "Bearer " + (await bank.control("POST", "/tokens", { client })).token;
const lastCall = async () => (await bank.control("GET", "/calls?limit=1")).calls[0];

/** Stands for your own code. */
async function statements(authorization, path = "/banking/accounts") {
  return fetch(bank.baseUrl + path, { headers: authorization ? { Authorization: authorization } : {} });
}

test("a blocked customer is turned away", async () => {
  await bank.control("POST", "/users/ada/block");

  assert.equal((await statements(await bearer("ada-batch"))).status, 403);
  const { decision } = await lastCall();
  assert.equal(decision.refusal, "subject-blocked");
  assert.deepEqual(decision.gates.at(-1), { name: "blocked", verdict: "refused", saw: "The user ada is blocked" });
});

test("an account has what the test says", async () => {
  await bank.control("PATCH", "/resources/accounts/acct-4f81c0", { balance: "0.07" });

  const reply = await statements(await bearer("ada-batch"), "/banking/accountBalances?accounts=acct-4f81c0");
  assert.equal((await reply.json()).items[0].current, "0.07");
});

test("a token lives a quarter of an hour", async () => {
  const token = await bearer("ada-batch");
  await bank.control("PATCH", "/clock", { advance: "PT15M" });

  assert.equal((await statements(token)).status, 401);
  assert.equal((await lastCall()).decision.refusal, "token-expired");
});

test("the bank fails once", async () => {
  await bank.control("POST", "/faults", { on: ["listAccounts"], next: 1, effect: { type: "fail", status: 503 } });
  const token = await bearer("ada-batch");

  assert.equal((await statements(token)).status, 503);
  assert.equal((await statements(token)).status, 200);
  assert.deepEqual((await bank.control("GET", "/faults")).unmet, []);
});

test("no bad token opens anything", async () => {
  const { flaws } = await bank.control("GET", "/tokens/flaws?operation=listAccounts");
  for (const flaw of flaws) {
    await bank.control("POST", "/reset");
    const bad = await bank.control("POST", "/tokens/bad", { flaw, client: "ada-batch" });

    assert.equal((await statements(bad.authorization)).status, bad.status, flaw);
    const call = await lastCall();
    assert.equal(call.decision.refusal, bad.reason, flaw);
    const { differences } = await bank.control("GET", `/arranged/${bad.id}/differences?call=${call.number}`);
    assert.deepEqual(differences, [], flaw);
  }
});

test("every denial of getAccount is met", async () => {
  const path = "/operations/getAccount/denials";
  const { denials } = await bank.control("GET", path + "?gate=entitlement&gate=resource&gate=scope");
  assert.notEqual(denials.length, 0);
  for (const denial of denials) {
    await bank.control("POST", "/reset");
    const call = await bank.control("POST", path, { name: denial.name });

    assert.equal((await fetch(call.url, { headers: call.headers })).status, denial.status, denial.name);
    assert.equal((await lastCall()).decision.refusal, denial.reason, denial.name);
  }
});
