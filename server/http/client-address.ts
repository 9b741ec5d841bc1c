/**
 * IP address of the caller. The front server is the only one that Next listens to; it writes `X-Forwarded-For`
 * anew from the connection, believing an existing one from the addresses of `TRUST_PROXY` only.
 */
export function clientAddress(request: Pick<Request, "headers">): string {
  return request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}
