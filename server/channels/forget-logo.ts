import { log } from "../log";
import { storage } from "../storage/create-storage";

/** Removes the file of a logo that no channel shows any more. Failing to is no reason to refuse the new one. */
export async function forgetLogo(logoKey: string | null): Promise<void> {
  if (logoKey === null) return;
  await storage()
    .remove(logoKey)
    .catch((err) => log.warn({ err, logoKey }, "an old logo stays behind"));
}
