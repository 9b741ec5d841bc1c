import { prepareBuild } from "../prepare/artifacts";
import { check, type Stage } from "./stage";
import { vitestStage } from "./vitest-stage";

const MINUTE = 60_000;
const BIOME = "node_modules/@biomejs/biome/bin/biome";

export const lint = check("lint", [BIOME, "ci", "--colors=off", "--max-diagnostics=50", "."]);
/** The directions in which folders may import each other; also part of lint, but worth a line of its own. */
export const arrows = check("arrows", [BIOME, "lint", "--colors=off", "--only=style/noRestrictedImports", "."]);
export const types = check("types", [
  ...["node_modules/typescript/bin/tsc", "--noEmit", "--pretty", "false"],
  ...["--incremental", "--tsBuildInfoFile", ".lineup/cache/types.tsbuildinfo"],
]);
/** Redocly and Spectral, on the description of the API as the routes declare it. */
export const api = check("api", ["node_modules/tsx/dist/cli.mjs", "scripts/lint-api.ts"]);
export const unit = vitestStage("unit", 10 * MINUTE);
export const integration = vitestStage("integration", 40 * MINUTE);

export const build: Stage = {
  name: "build",
  run: async () => {
    await prepareBuild(() => {});
    return { passed: 1, failed: 0 };
  },
};
