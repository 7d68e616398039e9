"use strict";

const assert = require("node:assert/strict");
const { spawn, spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { after, test } = require("node:test");

const WRAPPER = path.join(__dirname, "bin", "sandbank.js");
const HOMES = fs.mkdtempSync(path.join(os.tmpdir(), "sandbank-"));

after(() => fs.rmSync(HOMES, { recursive: true }));

/** A folder whose bin/java says that version, and tells on standard output what it was called with. */
function javaHome(version, body = 'echo "ran $*"; exit 3') {
  const home = fs.mkdtempSync(path.join(HOMES, "java-"));
  fs.mkdirSync(path.join(home, "bin"));
  const script = `#!/bin/sh\nif [ "$1" = -version ]; then echo 'openjdk version "${version}" 2024-01-01' >&2; exit 0; fi\n${body}\n`;
  fs.writeFileSync(path.join(home, "bin", "java"), script, { mode: 0o755 });
  return home;
}

function wrapper(env, ...args) {
  return spawnSync(process.execPath, [WRAPPER, ...args], { env: { PATH: "/nowhere", ...env }, encoding: "utf8" });
}

test("runs the jar on the Java of JAVA_HOME, with all arguments and its exit code", () => {
  const { stdout, status } = wrapper({ JAVA_HOME: javaHome("17.0.15") }, "check", "my bank.yaml");

  assert.match(stdout, /^ran .*-jar .*sandbank\.jar check my bank\.yaml\n$/);
  assert.equal(status, 3);
});

test("finds a Java on the PATH", () => {
  const { stdout } = wrapper({ PATH: `${path.join(javaHome("21"), "bin")}:/bin` }, "--version");

  assert.match(stdout, /sandbank\.jar --version/);
});

test("passes by an old Java in JAVA_HOME if that on the PATH is newer", () => {
  const { stdout } = wrapper({ JAVA_HOME: javaHome("1.8.0_402"), PATH: `${path.join(javaHome("25-ea"), "bin")}:/bin` });

  assert.match(stdout, /^ran /);
});

test("says what it found if no Java is new enough", () => {
  const home = javaHome("11.0.2");
  const { stderr, status } = wrapper({ JAVA_HOME: home });

  assert.equal(stderr, `sandbank: needs Java 17 or later, but found Java 11 in JAVA_HOME (${home}), no Java on the PATH. Install one, or set JAVA_HOME to the folder of one.\n`);
  assert.equal(status, 1);
});

test("says so if there is no Java", () => {
  const { stderr, status } = wrapper({});

  assert.match(stderr, /^sandbank: needs Java 17 or later, but found no Java on the PATH\./);
  assert.equal(status, 1);
});

test("hands SIGTERM on and ends as the program ends", async () => {
  const home = javaHome("17", "trap 'exit 0' TERM; echo ready; while :; do sleep 0.05; done");
  const child = spawn(process.execPath, [WRAPPER, "serve"], { env: { PATH: "/bin:/usr/bin", JAVA_HOME: home }, stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  child.kill("SIGTERM");

  assert.equal(await new Promise((resolve) => child.on("exit", resolve)), 0);
});
