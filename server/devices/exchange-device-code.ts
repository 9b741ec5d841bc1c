import type { TokenPair } from "@/core/devices/contract";
import { asksTooSoon, SLOW_DOWN_SECONDS } from "@/core/devices/poll";
import { AppError } from "@/core/errors";
import type { DeviceGrant } from "@/generated/prisma/client";
import { hashToken } from "../api-keys/token";
import { recordAudit } from "../audit/record-audit";
import { db } from "../db";
import { newTokenPair } from "./token-pair";

/**
 * Gives a TV its tokens once its owner has approved it; a code gives them once.
 * @throws authorization_pending, slow_down, access_denied, expired_token, invalid_grant
 */
export async function exchangeDeviceCode(deviceCode: string, now: Date): Promise<TokenPair> {
  const grant = await db.deviceGrant.findUnique({ where: { deviceCodeHash: hashToken(deviceCode) } });
  if (grant?.status === "pending" && grant.expiresAt > now) throw await stillPending(grant, now);
  if (!grant || grant.status === "exchanged") throw usedUp();
  if (grant.expiresAt <= now) throw new AppError("expired_token", "The code has expired. Start again.");
  if (grant.status === "denied")
    throw new AppError("access_denied", "The owner of the account turned this device away.");
  return db.$transaction(async (tx) => {
    const { count } = await tx.deviceGrant.updateMany({
      where: { id: grant.id, status: "approved" },
      data: { status: "exchanged" },
    });
    if (count === 0 || grant.userId === null) throw usedUp();
    const { id } = await tx.session.create({
      data: { userId: grant.userId, kind: "tv", name: grant.clientId, userAgent: grant.userAgent },
    });
    const target = { kind: "session", id, name: grant.clientId } as const;
    await recordAudit(tx, { userId: grant.userId, method: "tv" }, { action: "account.tv_linked", target });
    return newTokenPair(tx, id, now);
  });
}

async function stillPending(grant: DeviceGrant, now: Date): Promise<AppError> {
  const tooSoon = asksTooSoon(grant, now);
  await db.deviceGrant.update({
    where: { id: grant.id },
    data: { lastPolledAt: now, ...(tooSoon && { intervalSeconds: { increment: SLOW_DOWN_SECONDS } }) },
  });
  if (tooSoon) {
    const interval = grant.intervalSeconds + SLOW_DOWN_SECONDS;
    return new AppError("slow_down", `Ask every ${interval} seconds.`, { interval });
  }
  return new AppError("authorization_pending", "Nobody has approved this device yet.");
}

function usedUp(): AppError {
  return new AppError("invalid_grant", "The code is unknown or was used before. Start again.");
}
