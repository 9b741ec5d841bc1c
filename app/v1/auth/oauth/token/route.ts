import { ExchangeToken, TokenPair } from "@/core/devices/contract";
import { exchangeToken } from "@/server/devices/exchange-token";
import { spendLimit } from "@/server/http/rate-limit";
import { v1Route } from "@/server/http/route";

export const POST = v1Route({
  id: "exchangeToken",
  tag: "Devices",
  scope: "public",
  summary: "Exchange a device code or a refresh token for tokens",
  description:
    "Counts against the limit `oauth_exchange`, except while the answer is `authorization_pending` or `slow_down`. A refresh token is good once; the reply brings the next one. One that is used again later ends the session.",
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
    "rate_limit.exceeded",
  ],
  handle: (_, { body, address, headers }) =>
    exchangeToken(
      body,
      async () => {
        await spendLimit("oauth_exchange", address, headers);
      },
      new Date(),
    ),
});
