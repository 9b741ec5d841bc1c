import { prepareApiClient } from "./prepare/artifacts";
import { runStages } from "./testing/run-stages";
import { api, arrows, lint, types, unit } from "./testing/stages";

/** `npm run check`: what needs no service and no browser, in well under a minute. */
await prepareApiClient((line) => process.stderr.write(`${line}\n`));
await runStages([lint, arrows, types, api, unit]);
