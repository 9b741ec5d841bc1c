import { z } from "zod";

/** A known weakness of a package that we install. */
export interface Advisory {
  id: string;
  packageName: string;
  severity: string;
  title: string;
}

/** What an audit found: advisories to act on, or why there was none. */
export type Audited = { done: true; advisories: Advisory[] } | { done: false; why: string };

const Via = z.object({
  source: z.union([z.number(), z.string()]).optional(),
  name: z.string(),
  title: z.string().default(""),
  url: z.string().default(""),
  severity: z.string(),
});

const Report = z.object({
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), Via])) })),
});

const Refusal = z.object({ statusCode: z.number().optional(), message: z.string().optional() });

const GRAVE = ["high", "critical"];

/** Reads what `npm audit --json` printed: each grave advisory once. Anything but a report means that there was no audit. */
export function readAudit(printed: string): Audited {
  let said: unknown;
  try {
    said = JSON.parse(printed);
  } catch {
    return { done: false, why: "npm printed no report" };
  }
  const report = Report.safeParse(said);
  if (!report.success) {
    const { statusCode } = Refusal.safeParse(said).data ?? {};
    return { done: false, why: statusCode ? `the registry answered ${statusCode}` : "the registry was not reached" };
  }
  const advisories = new Map<string, Advisory>();
  for (const { via } of Object.values(report.data.vulnerabilities)) {
    for (const cause of via) {
      if (typeof cause === "string" || !GRAVE.includes(cause.severity)) continue;
      const id = cause.url.split("/").at(-1) || String(cause.source ?? cause.name);
      advisories.set(id, { id, packageName: cause.name, severity: cause.severity, title: cause.title });
    }
  }
  return { done: true, advisories: [...advisories.values()] };
}
