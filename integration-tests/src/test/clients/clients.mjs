// Compiles calls.ts with the generated client, whose types are checked, and makes the calls: node clients.mjs BANK REPORT
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";

const [bank, report] = process.argv.slice(2);
const compiled = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "."], { encoding: "utf8" });
if (compiled.status !== 0) throw new Error(compiled.stdout + compiled.stderr);
const { calls } = (await import("./compiled/calls.js")).default;
writeFileSync(report, JSON.stringify(await calls(bank)));
