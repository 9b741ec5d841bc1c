import { RULES, type RuleId, type Severity } from "./rules";

export interface Finding {
  rule: RuleId;
  /** Where the rule is written, such as "RFC 8216 §6.2.2". */
  clause: string;
  severity: Severity;
  /** The playlist that it was seen in: "master", or a rendition. */
  rendition: string;
  message: string;
  /** What was seen the first time. */
  evidence: string;
  firstSeenAtMs: number;
  times: number;
}

/** Says that a rule is broken, and by what. */
export type Report = (rule: RuleId, evidence: string) => void;

/** Findings in the order in which they were first seen; one per rule and rendition, with how often it was seen. */
export class Findings {
  private readonly byKey = new Map<string, Finding>();

  reporter(rendition: string, atMs: number): Report {
    return (rule, evidence) => this.add(rule, rendition, evidence, atMs);
  }

  get all(): Finding[] {
    return [...this.byKey.values()];
  }

  private add(rule: RuleId, rendition: string, evidence: string, atMs: number): void {
    const key = `${rule} ${rendition}`;
    const known = this.byKey.get(key);
    if (known) {
      known.times++;
      return;
    }
    const { clause, severity, says } = RULES[rule];
    const firstSeenAtMs = atMs;
    this.byKey.set(key, { rule, clause, severity, rendition, message: says, evidence, firstSeenAtMs, times: 1 });
  }
}
