import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startedAt } from "./identity";
import { type Service, Supervisor } from "./supervisor";

let folder: string;
let cleanUp: (() => unknown)[];

beforeEach(async () => {
  folder = await mkdtemp(path.resolve(".lineup/test/supervisor-"));
  cleanUp = [];
});

afterEach(async () => {
  for (const end of cleanUp) await end();
  await rm(folder, { recursive: true, force: true });
});

function node(name: string, script: string): Service {
  return { name, command: process.execPath, args: ["-e", script], stopSignal: "SIGTERM", stopWithinMs: 500 };
}

function supervise(): { supervisor: Supervisor; said: string[] } {
  const said: string[] = [];
  const supervisor = new Supervisor({ runDir: folder, logDir: folder }, (line) => said.push(line));
  cleanUp.push(() => supervisor.stopAll());
  return { supervisor, said };
}

const log = (name: string) => readFile(path.join(folder, `${name}.log`), "utf8").catch(() => "");

test("a service that ends during the start fails it with the last words of its log", async () => {
  const { supervisor } = supervise();
  supervisor.run(node("worker", `throw new Error("no room at the inn")`));
  await expect(supervisor.failure).rejects.toThrow("worker could not start (exit code 1): Error: no room at the inn");
});

test("a service that ends later is started again, and that is said", async () => {
  const { supervisor, said } = supervise();
  supervisor.markStarted();
  supervisor.run(node("worker", `console.log("begun"); setTimeout(() => process.exit(3), 100)`));
  await expect.poll(async () => (await log("worker")).split("begun").length, { timeout: 10_000 }).toBeGreaterThan(2);
  expect(said[0]).toMatch(/^worker ended \(exit code 3\) and is started again in 0\.5 s; see .+worker\.log$/);
});

test("services stop in the reverse order, and one that does not listen is killed", async () => {
  const { supervisor } = supervise();
  const script = (name: string) =>
    `process.on("SIGTERM", () => { require("fs").appendFileSync(${JSON.stringify(path.join(folder, "order"))}, "${name} "); if ("${name}" !== "deaf") process.exit(0) }); setInterval(() => {}, 1000); console.log("up")`;
  for (const name of ["first", "deaf", "last"]) supervisor.run(node(name, script(name)));
  for (const name of ["first", "deaf", "last"]) await expect.poll(() => log(name), { timeout: 10_000 }).toContain("up");
  await supervisor.stopAll();
  expect(await readFile(path.join(folder, "order"), "utf8")).toBe("last deaf first ");
});

test("what a service had started itself ends with it", async () => {
  const { supervisor } = supervise();
  supervisor.markStarted();
  const grandchild = `require("child_process").spawn("sleep", ["600"], { stdio: "ignore" })`;
  supervisor.run(node("worker", `console.log("pid", ${grandchild}.pid); setTimeout(() => process.exit(1), 300)`));
  await expect.poll(() => log("worker"), { timeout: 10_000 }).toMatch(/pid \d+/);
  const pid = Number(/pid (\d+)/.exec(await log("worker"))?.[1]);
  await expect.poll(() => startedAt(pid), { timeout: 10_000 }).toBeNull();
});

test("services end when their supervisor is killed with kill -9", async () => {
  const script = `
    import { Supervisor } from "@/scripts/services/supervisor";
    const folder = ${JSON.stringify(folder)};
    const supervisor = new Supervisor({ runDir: folder, logDir: folder }, () => {});
    supervisor.run({ name: "worker", command: process.execPath, args: ["-e", "console.log('pid', process.pid); setInterval(() => {}, 1000)"], stopSignal: "SIGTERM", stopWithinMs: 500 });
  `;
  const flags = ["--import", "tsx", "--input-type=module", "-e", script];
  const launcher: ChildProcess = spawn(process.execPath, flags, { stdio: "ignore" });
  cleanUp.push(() => launcher.kill("SIGKILL"));
  await expect.poll(() => log("worker"), { timeout: 20_000 }).toMatch(/pid \d+/);
  const pid = Number(/pid (\d+)/.exec(await log("worker"))?.[1]);
  expect(startedAt(pid)).not.toBeNull();
  launcher.kill("SIGKILL");
  await expect.poll(() => startedAt(pid), { timeout: 10_000 }).toBeNull();
});
