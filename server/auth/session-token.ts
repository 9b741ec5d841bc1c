import { decode, type JWT, type JWTDecodeParams } from "next-auth/jwt";
import { z } from "zod";
import { userOfSession } from "./user-of-session";

const Claims = z.object({ sub: z.uuid(), sid: z.uuid() });

/**
 * The claims of a session cookie; null when it is forged, expired or of another installation, or when its session
 * was revoked. next-auth reads cookies by this too, so that it renews none of a session that has ended.
 */
export async function readSessionToken(params: JWTDecodeParams): Promise<(JWT & { sub: string; sid: string }) | null> {
  const claims = await decode(params).catch(() => null);
  const known = Claims.safeParse(claims);
  if (!claims || !known.success) return null;
  if ((await userOfSession(known.data.sid)) !== known.data.sub) return null;
  return { ...claims, ...known.data };
}
