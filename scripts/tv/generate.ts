import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { TV_SHELL } from "@/core/tv/app-files";
import { buildTv } from "./build-tv";

/** Step of the preparation: builds the TV app into the folder that it is given. The page comes last. */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Usage: generate.ts FOLDER");
const files = await buildTv();
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const [name, contents] of files) if (name !== TV_SHELL) await writeFile(path.join(folder, name), contents);
await writeFile(path.join(folder, TV_SHELL), files.get(TV_SHELL) ?? "");
