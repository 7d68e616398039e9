// One call of each kind by the client that is generated for TypeScript; told is what came of them.
import {
  CataloguesApi,
  ClientsApi,
  ClockApi,
  Configuration,
  Effect,
  FaultsApi,
  JournalApi,
  KeysApi,
  ResourcesApi,
  ResponseError,
  SandboxApi,
  SandboxesApi,
  TokensApi,
  UsersApi,
  WebhooksApi,
} from "./generated";

/** Every effect has its own members; without one that is missing this does not compile. */
function inWords(effect: Effect): string {
  switch (effect.type) {
    case "fail":
      return "status " + effect.status;
    case "replaceHeader":
      return effect.name + ": " + effect.value;
    default:
      return effect.type;
  }
}

export async function calls(bank: string) {
  const server = new SandboxesApi(new Configuration({ basePath: bank + "/_sandbank/api" }));
  const made = await server.makeSandbox({ newSandbox: { fixture: "apiture", life: "PT1M" } });
  const own = new Configuration({ basePath: made.controlUrl });
  const faults = new FaultsApi(own);
  const tokens = new TokensApi(own);
  const told: Record<string, unknown> = {};

  const sandbox = new SandboxApi(own);
  told.sandbox = (await sandbox.describeSandbox({})).bank;
  told.fixture = (await sandbox.exportFixture()).includes("bank: apiture");
  await sandbox.loadFixture({ anyFixture: { fixtureText: "extends: apiture\nclock: 2031-03-03T09:00:00Z" } });
  told.names = (await sandbox.listNames({ kind: "clients", name: "ada-bacth" })).doubts;

  const resources = new ResourcesApi(own);
  await resources.addResource({ collection: "users", requestBody: { id: "grace", username: "grace" } });
  const saver = { collection: "accounts", id: "acct-4f81c0" };
  told.resources = (await resources.changeResource({ ...saver, requestBody: { balance: "0.07" } })).balance;

  told.users = (await new UsersApi(own).blockUser({ id: "ada" })).status;
  told.clients = (await new ClientsApi(own).getClient({ id: "ada-batch" })).user;
  const bad = await tokens.makeBadToken({ makeBadTokenRequest: { flaw: "expired", client: "ada-batch" } });
  told.tokens = bad.reason;
  await new KeysApi(own).rotateKeys({ rotation: { how: "without-overlap" } });
  told.clock = (await new ClockApi(own).moveClock({ clockChange: { advance: "PT5M" } })).now;

  const effects: Effect[] = [
    { type: "fail", status: 503 },
    { type: "replaceHeader", name: "ETag", value: "x" },
    { type: "drop" },
  ];
  for (const effect of effects) {
    await faults.setFault({ newFault: { on: ["listAccounts"], next: 1, effect } });
  }
  told.faults = (await faults.listFaults()).faults.map((fault) => inWords(fault.effect));

  const reply = await fetch(made.baseUrl + "/banking/accounts", { headers: { Authorization: bad.authorization } });
  told.struck = reply.status;
  const { calls } = await new JournalApi(own).listCalls({ operation: "listAccounts", wait: "PT2S" });
  told.journal = calls.map((call) => call.decision.refusal);

  const denials = await new CataloguesApi(own).listDenials({ id: "getAccount", gate: ["scope", "blocked"] });
  told.catalogues = denials.denials.map((denial) => denial.gate);

  const telling = await server.makeSandbox({ newSandbox: { fixture: "uphold", life: "PT1M" } });
  const webhooks = new WebhooksApi(new Configuration({ basePath: telling.controlUrl }));
  await webhooks.makeEvent({ newEvent: { type: "core.user.deleted", data: { user: { id: "u1" } } } });
  told.webhooks = (await webhooks.listDueDeliveries({})).deliveries.map((delivery) => delivery.state);

  await server.closeSandbox({ id: made.id });
  try {
    await server.getSandbox({ id: made.id });
  } catch (refused) {
    told.sandboxes = refused instanceof ResponseError && refused.response.status;
  }
  return told;
}
