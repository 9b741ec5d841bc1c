import { notFound } from "@/core/errors";
import type { DeviceGrant } from "@/generated/prisma/client";
import { db } from "../db";

/**
 * The device that shows a code and still waits.
 * @throws resource.not_found
 */
export async function pendingDevice(userCode: string, now: Date): Promise<DeviceGrant> {
  const grant = await db.deviceGrant.findUnique({ where: { userCode } });
  if (grant?.status !== "pending" || grant.expiresAt <= now) throw notFound("A TV with this code");
  return grant;
}
