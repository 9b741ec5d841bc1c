import { foldBeacons } from "@/server/analytics/fold-beacons";
import { redis } from "@/server/redis";

/**
 * Counts what has come since the last round. While more waits than one transaction takes, it goes on; the signal ends
 * that between two transactions.
 */
export async function foldAudience(stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted && (await foldBeacons(redis())) > 0);
}
