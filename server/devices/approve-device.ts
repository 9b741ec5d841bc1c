import type { Actor } from "@/core/actor";
import type { ApproveDevice } from "@/core/devices/contract";
import { notFound } from "@/core/errors";
import { requireBrowser } from "../auth/require-browser";
import { db } from "../db";
import { pendingDevice } from "./pending-device";

/**
 * Lets the TV that shows a code into the account, or turns it away.
 * @throws auth.browser_required, resource.not_found
 */
export async function approveDevice(actor: Actor, { userCode, approve }: ApproveDevice, now: Date): Promise<void> {
  requireBrowser(actor);
  const { id } = await pendingDevice(userCode, now);
  const { count } = await db.deviceGrant.updateMany({
    where: { id, status: "pending" },
    data: { status: approve ? "approved" : "denied", userId: actor.userId },
  });
  if (count === 0) throw notFound("A TV with this code");
}
