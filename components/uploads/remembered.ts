const STORE = "lineup.uploads";
/** Upload addresses live a day. */
const LIFE_MS = 86_400_000;

/** An upload that this browser has begun and not finished. */
export interface Remembered {
  key: string;
  name: string;
  sizeBytes: number;
  contentItemId: string;
  uploadPath: string;
  begunAtMs: number;
}

/** By hand: zod would add 31 kB to the first load of every page of the Studio. */
function isRemembered(found: unknown): found is Remembered {
  if (typeof found !== "object" || found === null) return false;
  const upload = found as Record<keyof Remembered, unknown>;
  return (
    typeof upload.key === "string" &&
    typeof upload.name === "string" &&
    typeof upload.sizeBytes === "number" &&
    typeof upload.contentItemId === "string" &&
    typeof upload.uploadPath === "string" &&
    /^\/(?![/\\])/.test(upload.uploadPath) &&
    typeof upload.begunAtMs === "number"
  );
}

/** What tells a file that is picked again from any other: browsers show no path. */
export function fileKey(file: { name: string; size: number; lastModified: number }): string {
  return `${file.size}:${file.lastModified}:${file.name}`;
}

/** Whether an earlier page may have left something unfinished. */
export function hasRemembered(): boolean {
  try {
    return (localStorage.getItem(STORE) ?? "[]") !== "[]";
  } catch {
    return false;
  }
}

export function rememberedUploads(nowMs: number, store: Storage = localStorage): Remembered[] {
  try {
    const all: unknown = JSON.parse(store.getItem(STORE) ?? "[]");
    if (!Array.isArray(all) || !all.every(isRemembered)) return [];
    return all.filter(({ begunAtMs }) => nowMs - begunAtMs < LIFE_MS);
  } catch {
    // Written by another version, or storage is forbidden: then an upload starts from its beginning.
    return [];
  }
}

export function remember(upload: Remembered, store: Storage = localStorage): void {
  const others = rememberedUploads(upload.begunAtMs, store).filter(({ key }) => key !== upload.key);
  write([...others, upload], store);
}

export function forget(key: string, nowMs: number, store: Storage = localStorage): void {
  write(
    rememberedUploads(nowMs, store).filter((upload) => upload.key !== key),
    store,
  );
}

function write(uploads: Remembered[], store: Storage): void {
  try {
    store.setItem(STORE, JSON.stringify(uploads));
  } catch {
    // Full or forbidden: the upload itself does not depend on it.
  }
}
