import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import path from "node:path";
import { Refusal } from "../refusal";
import { startedAt } from "./identity";
import { forgetProcesses, recordProcesses, signalGroup } from "./leftovers";
import { lastWords, rotateLog, sizeOf } from "./log-file";
import { tied } from "./tied.mjs";

const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 30_000;
/** A process that lived this long begins again with the shortest pause. */
const STEADY_MS = 60_000;
const ROTATE_EVERY_MS = 30_000;

export interface Service {
  name: string;
  command: string;
  args: string[];
  /** Options for setpriv, for a service that runs as another user. */
  privileges?: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Handed over by standard input, where no process list shows it. */
  input?: string;
  stopSignal: "SIGTERM" | "SIGINT";
  stopWithinMs: number;
}

interface Kept {
  service: Service;
  child?: ChildProcess;
  identity?: string;
  spawnedAtMs: number;
  logStart: number;
  backoffMs: number;
  retry?: NodeJS.Timeout;
}

/** Keeps services running: one log each, a new try when one ends by itself, and an orderly stop. */
export class Supervisor {
  private readonly kept: Kept[] = [];
  private stopping = false;
  private started = false;
  private rejectFailure: (reason: Refusal) => void = () => {};
  private readonly rotation: NodeJS.Timeout;
  /** Rejects when a service ends while the product is still starting. */
  readonly failure = new Promise<never>((_, reject) => {
    this.rejectFailure = reject;
  });

  constructor(
    private readonly folders: { runDir: string; logDir: string },
    private readonly say: (line: string) => void,
  ) {
    this.failure.catch(() => {});
    this.rotation = setInterval(() => {
      for (const one of this.kept) rotateLog(this.logFile(one));
    }, ROTATE_EVERY_MS);
    this.rotation.unref();
  }

  /** Starts a service and keeps it running from now on. */
  run(service: Service): void {
    const kept: Kept = { service, spawnedAtMs: 0, logStart: 0, backoffMs: FIRST_BACKOFF_MS };
    this.kept.push(kept);
    this.spawn(kept);
  }

  /** From now on a service that ends is started again instead of ending the start. */
  markStarted(): void {
    this.started = true;
  }

  /** Stops the services, the latest started first, each after the one before is gone. */
  async stopAll(): Promise<void> {
    this.stopping = true;
    clearInterval(this.rotation);
    for (const one of this.kept.toReversed()) {
      clearTimeout(one.retry);
      await this.stop(one);
    }
    forgetProcesses(this.folders.runDir);
  }

  /** Ends everything at once, for the second Ctrl-C. */
  killAll(): void {
    for (const one of this.kept) if (one.child?.pid && one.identity) signalGroup(one.child.pid, "SIGKILL");
  }

  private spawn(one: Kept): void {
    const { service } = one;
    const file = this.logFile(one);
    rotateLog(file);
    const log = openSync(file, "a", 0o600);
    one.logStart = sizeOf(file);
    one.spawnedAtMs = Date.now();
    const [command, args] = tied(service.stopSignal, service.command, service.args, service.privileges);
    // A group of its own: Ctrl-C in a terminal must reach us only, so that the order of stopping is ours.
    const child = spawn(command, args, {
      cwd: service.cwd,
      env: service.env,
      detached: true,
      stdio: [service.input === undefined ? "ignore" : "pipe", log, log],
    });
    closeSync(log);
    one.child = child;
    one.identity = child.pid === undefined ? undefined : (startedAt(child.pid) ?? undefined);
    this.record();
    let over = false;
    const ended = (how: string) => {
      if (over) return;
      over = true;
      this.ended(one, how);
    };
    child.once("error", (error) => ended(error.message));
    child.once("exit", (code, signal) => ended(signal ?? `exit code ${code}`));
    child.stdin?.on("error", () => {});
    child.stdin?.end(service.input);
  }

  /** A full disk must not end the supervisor too: it is one more reason to try again later. */
  private respawn(one: Kept): void {
    try {
      this.spawn(one);
    } catch (error) {
      this.ended(one, (error as Error).message);
    }
  }

  private ended(one: Kept, how: string): void {
    // What it had started itself must not work on beside its successor.
    if (one.child?.pid) signalGroup(one.child.pid, "SIGKILL");
    one.child = undefined;
    one.identity = undefined;
    if (this.stopping) return;
    const { name } = one.service;
    if (!this.started) {
      const words = lastWords(this.logFile(one), one.logStart);
      this.rejectFailure(new Refusal(`${name} could not start (${how}): ${words}`));
      return;
    }
    if (Date.now() - one.spawnedAtMs > STEADY_MS) one.backoffMs = FIRST_BACKOFF_MS;
    this.say(`${name} ended (${how}) and is started again in ${one.backoffMs / 1000} s; see ${this.logFile(one)}`);
    one.retry = setTimeout(() => this.respawn(one), one.backoffMs);
    one.backoffMs = Math.min(one.backoffMs * 2, LONGEST_BACKOFF_MS);
  }

  private stop(one: Kept): Promise<void> {
    const { child } = one;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    const pid = child.pid;
    return new Promise((resolve) => {
      const timer = setTimeout(() => signalGroup(pid, "SIGKILL"), one.service.stopWithinMs);
      child.once("exit", () => {
        clearTimeout(timer);
        resolve();
      });
      signalGroup(pid, one.service.stopSignal);
    });
  }

  private record(): void {
    const running = this.kept
      .toReversed()
      .flatMap(({ service: { name, stopSignal, stopWithinMs }, child, identity }) =>
        child?.pid && identity ? [{ name, pid: child.pid, startedAt: identity, stopSignal, stopWithinMs }] : [],
      );
    recordProcesses(this.folders.runDir, running);
  }

  private logFile(one: Kept): string {
    return path.join(this.folders.logDir, `${one.service.name}.log`);
  }
}
