import { readFileSync } from "node:fs";
import path from "node:path";
import type { SegmentTable } from "@/core/playout/segment-table";

let slate: SegmentTable | undefined;

/** Segment table of the "be right back" item that is shipped in `public/slate`. */
export function slateTable(): SegmentTable {
  slate ??= JSON.parse(readFileSync(path.resolve("public/slate/slate.json"), "utf8")) as SegmentTable;
  return slate;
}
