import type { DeviceStarted, StartDevice } from "@/core/devices/contract";
import { showUserCode } from "@/core/devices/user-code";
import { Prisma } from "@/generated/prisma/client";
import { hashToken } from "../api-keys/token";
import { db } from "../db";
import { publicUrl } from "../public-url";
import { newDeviceToken, newUserCode } from "./device-token";

const LIFE_SECONDS = 900;
const INTERVAL_SECONDS = 5;
const MAX_USER_AGENT_CHARACTERS = 400;
/** Of 25 thousand million codes a new one is hardly ever taken; twice in a row never. */
const ATTEMPTS = 3;

/** Begins the sign-in of a TV (RFC 8628 §3.2): a secret for itself, and a short code for its owner to type. */
export async function startDevice(input: StartDevice, userAgent: string, now: Date): Promise<DeviceStarted> {
  const deviceCode = newDeviceToken("code");
  const userCode = await insert({
    deviceCodeHash: hashToken(deviceCode),
    clientId: input.client_id,
    userAgent: userAgent.slice(0, MAX_USER_AGENT_CHARACTERS),
    intervalSeconds: INTERVAL_SECONDS,
    expiresAt: new Date(now.getTime() + LIFE_SECONDS * 1000),
  });
  const shown = showUserCode(userCode);
  return {
    device_code: deviceCode,
    user_code: shown,
    verification_uri: publicUrl("/link"),
    verification_uri_complete: publicUrl(`/link?user_code=${shown}`),
    expires_in: LIFE_SECONDS,
    interval: INTERVAL_SECONDS,
  };
}

async function insert(grant: Omit<Prisma.DeviceGrantCreateInput, "userCode">): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const userCode = newUserCode();
    try {
      await db.deviceGrant.create({ data: { ...grant, userCode } });
      return userCode;
    } catch (thrown) {
      const taken = thrown instanceof Prisma.PrismaClientKnownRequestError && thrown.code === "P2002";
      if (!taken || attempt === ATTEMPTS) throw thrown;
    }
  }
}
