import { LEAD_MS } from "@/core/playout/airing";
import { db } from "../db";

/**
 * The encodings whose files a player may still ask for: those of airings that are committed, on air or ended less
 * than two windows ago (the window that listed them, and the window that a player may hold; 8216bis 6.2.2). Their
 * files must stay.
 */
export async function encodingsOnAir(now: Date): Promise<Set<string>> {
  const rows = await db.airing.findMany({
    where: { endsAt: { gt: new Date(now.getTime() - 2 * LEAD_MS) }, encodingId: { not: null } },
    distinct: ["encodingId"],
    select: { encodingId: true },
  });
  return new Set(rows.flatMap((row) => row.encodingId ?? []));
}
