import type { TokenPair } from "@/core/devices/contract";
import { isReplay } from "@/core/devices/poll";
import { AppError } from "@/core/errors";
import { hashToken } from "../api-keys/token";
import { closeSession } from "../auth/close-session";
import { db } from "../db";
import { log } from "../log";
import { newTokenPair } from "./token-pair";

/**
 * Gives a new pair of tokens for a refresh token, which is good once: whoever uses it again later holds a stolen copy,
 * or the TV does, and so its session ends (RFC 9700 §4.14.2).
 * @throws invalid_grant
 */
export async function refreshTokens(refreshToken: string, now: Date): Promise<TokenPair> {
  const token = await db.sessionToken.findUnique({
    where: { tokenHash: hashToken(refreshToken) },
    include: { session: { select: { revokedAt: true } } },
  });
  if (token?.kind !== "refresh" || token.expiresAt <= now || token.session.revokedAt !== null) throw noGrant();
  if (isReplay(token.usedAt, now)) {
    await closeSession(token.sessionId);
    log.warn({ sessionId: token.sessionId }, "a refresh token was used twice; its TV is signed out");
    throw noGrant();
  }
  return db.$transaction(async (tx) => {
    await tx.sessionToken.updateMany({ where: { id: token.id, usedAt: null }, data: { usedAt: now } });
    await tx.session.update({ where: { id: token.sessionId }, data: { lastSeenAt: now } });
    return newTokenPair(tx, token.sessionId, now);
  });
}

function noGrant(): AppError {
  return new AppError("invalid_grant", "The refresh token is unknown, expired or was used before. Sign in again.");
}
