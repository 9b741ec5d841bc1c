import { randomBytes, randomInt } from "node:crypto";
import { USER_CODE_LENGTH, USER_CODE_LETTERS } from "@/core/devices/user-code";

/** 256 random bits; the prefix tells leaked tokens and their kinds apart. */
export function newDeviceToken(kind: "code" | "access" | "refresh"): string {
  const prefix = { code: "tvc_", access: "tva_", refresh: "tvr_" }[kind];
  return prefix + randomBytes(32).toString("base64url");
}

/** Whether a bearer token could be the access token of a TV; anything else needs no look-up. */
export function looksLikeTvToken(token: string): boolean {
  return /^tva_[\w-]{43}$/.test(token);
}

export function newUserCode(): string {
  return Array.from({ length: USER_CODE_LENGTH }, () => USER_CODE_LETTERS[randomInt(USER_CODE_LETTERS.length)]).join(
    "",
  );
}
