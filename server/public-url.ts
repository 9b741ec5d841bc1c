import { env } from "./env";
import { callContext } from "./log";

/**
 * Absolute address of a path of ours: under `PUBLIC_URL` or `NEXTAUTH_URL` where one is set, else under the
 * scheme and host of the request that is being answered.
 */
export function publicUrl(path: string): string {
  const { PUBLIC_URL, NEXTAUTH_URL, PORT } = env();
  const origin = PUBLIC_URL ?? NEXTAUTH_URL ?? callContext.getStore()?.origin ?? `http://localhost:${PORT}`;
  return new URL(path, origin).href;
}

/** Absolute address of a stored file, by its storage key: at `MEDIA_BASE_URL` (a CDN or public bucket) where set. */
export function mediaUrl(key: string): string {
  const base = env().MEDIA_BASE_URL;
  return base ? `${base.replace(/\/$/, "")}/${key}` : publicUrl(`/${key}`);
}
