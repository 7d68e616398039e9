// Usage: node editors.mjs SCHEMAS FIXTURES REPORT
import {readFileSync, writeFileSync} from "node:fs";
import {validate} from "./ajv.mjs";
import {editorWith} from "./editor.mjs";

const [schemas, fixtures, report] = process.argv.slice(2);
const files = {
    apiture: "seeds/apiture.yaml",
    uphold: "seeds/uphold.yaml",
    musterbank: "examples/musterbank/fixture.yaml",
    talerwerk: "examples/talerwerk/fixture.yaml",
    dialect: "examples/musterbank/dialect.yaml",
};
const ajv = {};
const clean = {};
for (const [name, file] of Object.entries(files)) {
    ajv[name] = validate(`${schemas}/${name}.json`, `${fixtures}/${file}`);
    // Without the line that names another schema.
    const text = readFileSync(`${fixtures}/${file}`, "utf8").replace(/^# yaml-language-server:.*/, "#");
    clean[name] = await editorWith(`${schemas}/${name}.json`).problems(text);
}

const apiture = editorWith(`${schemas}/apiture.json`);
const own = editorWith(`${schemas}/musterbank.json`);
const dialect = editorWith(`${schemas}/dialect.json`);
const client = (line) => `bank: apiture\nclients:\n  - id: app\n    ${line}\n`;
const completions = {
    bank: await apiture.complete("bank: |\n"),
    members: await apiture.complete("bank: apiture\n|\n"),
    scopes: await apiture.complete(client("scopes: [|]")),
    grants: await apiture.complete(client("grants: [|]")),
    authMethods: await apiture.complete(client("authMethods: [|]")),
    settings: await apiture.complete("settings:\n  |\n"),
    setting: await apiture.complete("settings:\n  transferProcessing: |\n"),
    states: await apiture.complete("users:\n  - id: ada\n    status: |\n"),
    batchStates: await apiture.complete("paymentBatches:\n  - id: batch-1\n    state: |\n"),
    permissions: await apiture.complete("entitlements:\n  - user: ada\n    paymentBatch: batch-1\n    allow: [|]\n"),
    ownStates: await own.complete("users:\n  - id: anna\n    status: |\n"),
    ownCollections: await own.complete("bank: .\n|\n"),
    ownEntryStates: await own.complete("payments:\n  - id: pay-1\n    transactionStatus: |\n"),
    ownPermissions: await own.complete("entitlements:\n  - user: anna\n    account: a\n    allow: [|]\n"),
    operation: await dialect.complete("operations:\n  - id: listAccounts\n    |\n"),
};
const hovers = {
    scope: await apiture.hover(client("scopes: [banking/re|ad]")),
    member: await apiture.hover(client("redirect|Uris: []")),
    setting: await apiture.hover("settings:\n  codeLife|time: PT5M\n"),
    state: await apiture.hover("users:\n  - id: ada\n    status: read-|only\n"),
    dialect: await dialect.hover("issuer:\n  excess|Scope: narrow\n"),
};
const problems = {
    bad: await apiture.problems(
        client("scopes: [banking/raed]") +
            "users: [{id: ada, status: blokked}]\n" +
            "settings: {codeLifetime: 5, transferProcessing: cutoff}\n" +
            "acounts: []\n",
    ),
    named: await editorWith().problems("# yaml-language-server: $schema=apiture.json\nbank: uphold\n", schemas),
    merged: await apiture.problems(
        "bank: apiture\nclients:\n  - &base {id: one, secret: one-1Aa2Bb3C, scopes: [banking/read]}\n" +
            "  - {<<: *base, id: two}\n",
    ),
};
writeFileSync(report, JSON.stringify({ajv, clean, completions, hovers, problems}, null, 2));
