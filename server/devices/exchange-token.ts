import type { ExchangeToken, TokenPair } from "@/core/devices/contract";
import { DEVICE_GRANT } from "@/core/devices/grant-type";
import { AppError } from "@/core/errors";
import { exchangeDeviceCode } from "./exchange-device-code";
import { refreshTokens } from "./refresh-tokens";

/**
 * Answers the token endpoint of OAuth for devices (RFC 8628 §3.4, RFC 6749 §6).
 * @throws unsupported_grant_type, request.missing_parameter, and what the two grants throw
 */
export async function exchangeToken(input: ExchangeToken, now: Date): Promise<TokenPair> {
  if (input.grant_type === DEVICE_GRANT) {
    return exchangeDeviceCode(required("device_code", input.device_code), now);
  }
  if (input.grant_type === "refresh_token") {
    return refreshTokens(required("refresh_token", input.refresh_token), now);
  }
  throw new AppError("unsupported_grant_type", `Send \`grant_type\` \`${DEVICE_GRANT}\` or \`refresh_token\`.`);
}

function required(parameter: string, value: string | undefined): string {
  if (value) return value;
  throw new AppError("request.missing_parameter", `\`${parameter}\` is required.`, { parameter });
}
