import spectral from "@stoplight/spectral-core";
import owasp from "@stoplight/spectral-owasp-ruleset";
import rulesets from "@stoplight/spectral-rulesets";
import type { Problem } from "./problem";

/** All rules of Spectral for OpenAPI and of its OWASP ruleset, hints included. */
const RULESET = {
  extends: [
    [rulesets.oas, "all"],
    [owasp, "all"],
  ],
  rules: {},
};

export async function spectralProblems(document: unknown): Promise<Problem[]> {
  const linter = new spectral.Spectral();
  linter.setRuleset(RULESET as never);
  const found = await linter.run(document as Record<string, unknown>);
  return found.map(({ code, message, path }) => ({
    rule: `spectral ${code}`,
    where: `#/${path.join("/")}`,
    path,
    message,
  }));
}
