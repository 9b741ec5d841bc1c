import { readDocument } from "./client/read-document";
import { withoutExplained } from "./lint-api/explained";
import { redoclyProblems } from "./lint-api/redocly";
import { spectralProblems } from "./lint-api/spectral";

/** Lints the description of the API as a public installation would answer it. Needs no server and no network. */
const document = await readDocument("https://lineup.invalid");
const found = [...(await redoclyProblems(JSON.stringify(document))), ...(await spectralProblems(document))];
const problems = withoutExplained(found, document);
for (const { rule, where, message } of problems) process.stdout.write(`${rule}\n  ${where}\n  ${message}\n`);
process.stdout.write(problems.length === 0 ? "Both linters are content.\n" : `${problems.length} problems\n`);
process.exit(problems.length === 0 ? 0 : 1);
