import { z } from "zod";

const STORE = "lineup.uploads";
/** Upload addresses live a day. */
const LIFE_MS = 86_400_000;

const Remembered = z.object({
  key: z.string(),
  name: z.string(),
  sizeBytes: z.number(),
  contentItemId: z.string(),
  uploadPath: z.string().startsWith("/"),
  begunAtMs: z.number(),
});
/** An upload that this browser has begun and not finished. */
export type Remembered = z.infer<typeof Remembered>;

/** What tells a file that is picked again from any other: browsers show no path. */
export function fileKey(file: { name: string; size: number; lastModified: number }): string {
  return `${file.size}:${file.lastModified}:${file.name}`;
}

export function rememberedUploads(nowMs: number, store: Storage = localStorage): Remembered[] {
  try {
    const all = z.array(Remembered).parse(JSON.parse(store.getItem(STORE) ?? "[]"));
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
