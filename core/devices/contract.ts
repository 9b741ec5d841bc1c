import { z } from "zod";
import { Text } from "../contract";
import { readUserCode } from "./user-code";

/** What a TV says of itself (RFC 8628 §3.1). Fields that we do not know are ignored, as OAuth has it. */
export const StartDevice = z.object({
  /** What it calls itself: "Living room". Its owner reads it before approving. */
  client_id: Text.trim().min(1).max(100),
});
export type StartDevice = z.infer<typeof StartDevice>;

export const DeviceStarted = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.string(),
  verification_uri_complete: z.string(),
  /** Seconds. */
  expires_in: z.int(),
  /** Seconds between two requests for the token. */
  interval: z.int(),
});
export type DeviceStarted = z.infer<typeof DeviceStarted>;

const Token = Text.min(1).max(200);

export const ExchangeToken = z.object({
  grant_type: Text.min(1).max(200),
  device_code: Token.optional(),
  refresh_token: Token.optional(),
});
export type ExchangeToken = z.infer<typeof ExchangeToken>;

export const TokenPair = z.object({
  access_token: z.string(),
  token_type: z.literal("Bearer"),
  /** Seconds that the access token is good for. */
  expires_in: z.int(),
  refresh_token: z.string(),
});
export type TokenPair = z.infer<typeof TokenPair>;

export const ApproveDevice = z.strictObject({
  /** As the TV shows it; case, hyphens and spaces do not matter. */
  userCode: Text.max(40).transform(readUserCode),
  approve: z.boolean(),
});
export type ApproveDevice = z.infer<typeof ApproveDevice>;
