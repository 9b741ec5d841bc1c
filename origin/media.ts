import path from "node:path";
import { slateTable } from "@/server/playout/slate-table";
import { storage } from "@/server/storage/create-storage";
import { DiskStorage } from "@/server/storage/disk-storage";
import type { Storage } from "@/server/storage/storage";
import { answersOtherMethod, type Handler, PUBLIC_HEADERS, pathOf, sendError, sendNotFound } from "./reply";
import { sendObject } from "./send-object";

/** What is inside the folder of an encoding, `media/<item>/<encoding>/…`, or of artwork. Written once, never changed. */
const WRITTEN_ONCE = /^media\/[\w-]{36}\/(artwork\/)?[\w-]{36}\//;
const FOR_EVER = "public, max-age=31536000, immutable";
/** Captions and logos are replaced under new names; a name that is used again is noticed after this time. */
const FOR_MINUTES = "public, max-age=300";

/** Answers `/media/**`: the stored files that are public by their unguessable names. */
export function mediaHandler(source: () => Storage = storage): Handler {
  return (incoming, outgoing) => {
    if (answersOtherMethod(incoming, outgoing)) return;
    const key = keyOf(pathOf(incoming));
    if (!key?.startsWith("media/")) return sendNotFound(incoming, outgoing, "The file");
    return sendObject(incoming, outgoing, source(), key, WRITTEN_ONCE.test(key) ? FOR_EVER : FOR_MINUTES).catch(
      (thrown) => sendError(incoming, outgoing, thrown, PUBLIC_HEADERS),
    );
  };
}

/** Files of the slate under the version that their addresses carry: `slate/<version>/…`. */
const SLATE_VERSION = /^slate\/([0-9a-f]{16})\//;

/**
 * Answers `/slate/**`: the files of the slate, which are part of the program. Under its version a file never changes;
 * while two versions of the program run, one may be asked for the other's.
 */
export function slateHandler(): Handler {
  const shipped = new DiskStorage(path.resolve("public"));
  return (incoming, outgoing) => {
    if (answersOtherMethod(incoming, outgoing)) return;
    const asked = keyOf(pathOf(incoming));
    if (!asked?.startsWith("slate/")) return sendNotFound(incoming, outgoing, "The file");
    const isOurs = `/${asked}`.startsWith(slateTable().baseUrl);
    const key = asked.replace(SLATE_VERSION, "slate/");
    return sendObject(incoming, outgoing, shipped, key, isOurs ? FOR_EVER : FOR_MINUTES).catch((thrown) =>
      sendError(incoming, outgoing, thrown, PUBLIC_HEADERS),
    );
  };
}

/** Storage key of a path; null when it is not properly encoded. Keys that lead elsewhere are refused by the storage. */
function keyOf(requestPath: string): string | null {
  try {
    return decodeURIComponent(requestPath.slice(1));
  } catch {
    return null;
  }
}
