import { execFile } from "node:child_process";
import { type Advisory, readAudit } from "./audit-report";
import type { Outcome, Stage } from "./stage";

const TIMEOUT_MS = 20_000;

/** Advisories that we have looked at and live with, by id, and why. Remove one when its package is replaced. */
const ACCEPTED: Readonly<Record<string, string>> = {};

/**
 * Whether the packages that run in production have known weaknesses of high severity. Only the registry knows; where
 * it cannot be asked, that is said, and nothing fails: a suite must pass on a train, too.
 */
export const audit: Stage = {
  name: "audit",
  run: async () => {
    const audited = readAudit(await npmAudit());
    if (!audited.done) {
      process.stdout.write(`No dependency audit: ${audited.why}. Nothing is known about the packages today.\n`);
      return { passed: 0, failed: 0 };
    }
    return judge(audited.advisories);
  },
};

function judge(advisories: readonly Advisory[]): Outcome {
  let failed = 0;
  for (const { id, packageName, severity, title } of advisories) {
    const reason = ACCEPTED[id];
    if (!reason) failed++;
    process.stdout.write(`${id} (${severity}) in ${packageName}: ${title}${reason ? ` (accepted: ${reason})` : ""}\n`);
  }
  return { passed: failed === 0 ? 1 : 0, failed };
}

/** What npm prints; it exits with 1 also when it has found something. */
function npmAudit(): Promise<string> {
  const args = ["audit", "--omit=dev", "--json", "--fetch-retries=0", "--fetch-timeout=10000"];
  return new Promise((resolve) => {
    execFile("npm", args, { timeout: TIMEOUT_MS, maxBuffer: 64 * 2 ** 20 }, (_error, printed) => resolve(printed));
  });
}
