#!/usr/bin/env node
"use strict";

const { spawn, spawnSync } = require("node:child_process");
const { constants } = require("node:os");
const path = require("node:path");

const OLDEST = 17;
const JAR = path.join(__dirname, "..", "sandbank.jar");

/** Where a Java may be: JAVA_HOME, then the PATH. */
function candidates() {
  const home = process.env.JAVA_HOME;
  const onPath = { java: "java", place: "on the PATH" };
  return home ? [{ java: path.join(home, "bin", "java"), place: `in JAVA_HOME (${home})` }, onPath] : [onPath];
}

/** The major version of a Java, or undefined if there is none that runs. `1.8.0` is 8. */
function versionOf(java) {
  const asked = spawnSync(java, ["-version"], { encoding: "utf8" });
  const found = /version "(?:1\.)?(\d+)/.exec(`${asked.stderr ?? ""}${asked.stdout ?? ""}`);
  return asked.status === 0 && found ? Number(found[1]) : undefined;
}

/** Prints what was found instead, and ends. */
function refuse(found) {
  const seen = found.map(({ place, version }) => (version ? `Java ${version} ${place}` : `no Java ${place}`)).join(", ");
  console.error(`sandbank: needs Java ${OLDEST} or later, but found ${seen}. Install one, or set JAVA_HOME to the folder of one.`);
  process.exit(1);
}

function run(java) {
  const child = spawn(java, ["-XX:+UseSerialGC", "-XX:-UsePerfData", "-jar", JAR, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGTERM", "SIGHUP"]) {
    process.on(signal, () => child.kill(signal));
  }
  // A terminal sends Ctrl-C to both processes, and a second one would end the sandbox at once.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
  child.on("error", (error) => {
    console.error(`sandbank: cannot start ${java}: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

const found = [];
for (const candidate of candidates()) {
  const version = versionOf(candidate.java);
  if (version >= OLDEST) {
    run(candidate.java);
    return;
  }
  found.push({ ...candidate, version });
}
refuse(found);
