import { deviceWords } from "@/core/auth/device-words";
import { readUserCode, showUserCode } from "@/core/devices/user-code";
import { AppError } from "@/core/errors";
import { spendLimit } from "../http/rate-limit";
import { pendingDevice } from "./pending-device";

/** What the page that approves TVs says of the one that shows a code. */
export type DeviceForPage =
  | { state: "waiting"; userCode: string; name: string; device: string; askedAt: string }
  | { state: "unknown" | "too_many" };

/**
 * The device behind a code that somebody typed. Every look counts against a limit of the account, so that nobody finds
 * a stranger's TV by trying codes.
 */
export async function deviceForPage(userId: string, typed: string, now: Date): Promise<DeviceForPage> {
  try {
    await spendLimit("device_code_entry", userId, new Headers());
    const { userCode, clientId, userAgent, createdAt } = await pendingDevice(readUserCode(typed), now);
    return {
      state: "waiting",
      userCode: showUserCode(userCode),
      name: clientId,
      device: deviceWords(userAgent),
      askedAt: createdAt.toISOString(),
    };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    if (thrown.code === "rate_limit.exceeded") return { state: "too_many" };
    if (thrown.code === "resource.not_found") return { state: "unknown" };
    throw thrown;
  }
}
