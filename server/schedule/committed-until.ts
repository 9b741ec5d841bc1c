import type { Channel } from "@/generated/prisma/client";
import { db } from "../db";
import { commitAiringsOf } from "../playout/commit-airings";
import { firmUntil } from "../playout/take-back";

/**
 * The instant before which an edit of a channel would be refused, null for a draft. An edit first commits up to the
 * horizon; where that is still to be done, it is done now, so that the answer holds.
 */
export async function committedUntil({ id, status }: Pick<Channel, "id" | "status">): Promise<Date | null> {
  if (status === "draft") return null;
  const now = new Date();
  return (await firmUntil(db, id, now)) ?? commitAiringsOf(id, now);
}
