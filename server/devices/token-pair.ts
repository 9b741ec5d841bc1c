import type { TokenPair } from "@/core/devices/contract";
import { hashToken } from "../api-keys/token";
import { SESSION_DAYS } from "../auth/session-days";
import type { Tx } from "../db";
import { newDeviceToken } from "./device-token";

/** A revoked token fails at once, since every request asks for it; so it may live long. */
const ACCESS_SECONDS = 24 * 3600;

/** A new access and refresh token for the session of a TV. Only their hashes are kept. */
export async function newTokenPair(tx: Tx, sessionId: string, now: Date): Promise<TokenPair> {
  const [access, refresh] = [newDeviceToken("access"), newDeviceToken("refresh")];
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  await tx.sessionToken.createMany({
    data: [
      { sessionId, kind: "access", tokenHash: hashToken(access), expiresAt: after(ACCESS_SECONDS) },
      { sessionId, kind: "refresh", tokenHash: hashToken(refresh), expiresAt: after(SESSION_DAYS * 86_400) },
    ],
  });
  return { access_token: access, token_type: "Bearer", expires_in: ACCESS_SECONDS, refresh_token: refresh };
}
