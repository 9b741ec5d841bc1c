import { expect, test } from "vitest";
import { readAudit } from "./audit-report";

const advisory = (id: string, severity: string) => {
  return { source: 1, name: "leftpad", title: "Pads too far", url: `https://advisories.example/${id}`, severity };
};
const report = (...via: unknown[]) => JSON.stringify({ auditReportVersion: 2, vulnerabilities: { leftpad: { via } } });

test("grave advisories are found, each once, however many packages they reach", () => {
  const both = JSON.stringify({
    vulnerabilities: {
      leftpad: { via: [advisory("GHSA-1", "high"), advisory("GHSA-2", "critical"), advisory("GHSA-3", "moderate")] },
      padder: { via: ["leftpad", advisory("GHSA-1", "high")] },
    },
  });
  expect(readAudit(both)).toEqual({
    done: true,
    advisories: [
      { id: "GHSA-1", packageName: "leftpad", severity: "high", title: "Pads too far" },
      { id: "GHSA-2", packageName: "leftpad", severity: "critical", title: "Pads too far" },
    ],
  });
});

test("lesser ones do not stop anybody", () => {
  expect(readAudit(report(advisory("GHSA-3", "moderate")))).toEqual({ done: true, advisories: [] });
  expect(readAudit(JSON.stringify({ vulnerabilities: {} }))).toEqual({ done: true, advisories: [] });
});

test("without an answer there was no audit, and it says why", () => {
  expect(readAudit(JSON.stringify({ statusCode: 405, message: "405 Method Not Allowed" }))).toEqual({
    done: false,
    why: "the registry answered 405",
  });
  expect(readAudit(JSON.stringify({ error: { code: "ENOTFOUND" } }))).toMatchObject({ done: false });
  expect(readAudit("")).toEqual({ done: false, why: "npm printed no report" });
});
