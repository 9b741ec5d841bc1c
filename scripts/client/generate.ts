import { DEFAULT_ORIGIN, makeClient } from "./make-client";
import { readDocument } from "./read-document";

/** Step of the preparation: makes the client of this tree in the folder that it is given. */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Usage: generate.ts FOLDER");
await makeClient(await readDocument(DEFAULT_ORIGIN), folder);
// Modules of the server may hold connections open.
process.exit(0);
