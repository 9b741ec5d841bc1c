import { ExchangeToken, TokenPair } from "@/core/devices/contract";
import { exchangeToken } from "@/server/devices/exchange-token";
import { v1Route } from "@/server/http/route";

export const POST = v1Route({
  id: "exchangeToken",
  tag: "Devices",
  scope: "public",
  summary: "Exchange a device code or a refresh token for tokens",
  description:
    "A refresh token is good once; the reply brings the next one. One that is used again later ends the session.",
  limit: "oauth_exchange",
  notCounted: ["authorization_pending", "slow_down"],
  body: ExchangeToken,
  orFields: true,
  reply: TokenPair,
  errors: [
    "request.missing_parameter",
    "authorization_pending",
    "slow_down",
    "expired_token",
    "access_denied",
    "invalid_grant",
    "unsupported_grant_type",
  ],
  handle: (_, { body }) => exchangeToken(body, new Date()),
});
