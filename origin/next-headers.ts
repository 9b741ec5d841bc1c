import type { IncomingMessage } from "node:http";
import { isApiPath } from "./api-path";
import type { Forwarded } from "./forwarded";
import { pathOf } from "./reply";

/** Headers of one connection, which a proxy must not pass on (RFC 9110 §7.6.1). */
const HOP_BY_HOP = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);
/** Headers that only this server may set; a caller's are dropped. */
const OURS = /^(x-forwarded-.*|forwarded|x-real-ip|content-security-policy(-report-only)?|x-middleware-.*)$/;

/** By these Next's own pages ask for parts of pages. Of the API nothing but replies is asked. */
const NEXTS = /^(rsc|next-.*|x-nextjs-.*)$/;

/** A list of names and values in turn, as `node:http` takes it: repeated headers stay apart. */
export type RawHeaders = string[];

/** Headers of a request as Next is to see them. */
export function headersForNext(incoming: IncomingMessage, from: Forwarded, policy: string): RawHeaders {
  const isApi = isApiPath(pathOf(incoming));
  const sent = endToEnd(incoming.rawHeaders, incoming.headers.connection);
  const headers = without(sent, (name) => OURS.test(name) || (isApi && NEXTS.test(name)));
  headers.push("X-Forwarded-For", from.address, "X-Forwarded-Host", from.host, "X-Forwarded-Proto", from.proto);
  headers.push("Content-Security-Policy", policy); // where Next finds the nonce for its scripts
  if (!isApi) headers.push("X-Forwarded-Uri", incoming.url ?? "/"); // layouts of pages are not told the address
  return headers;
}

/** Headers without those of the connection. */
export function endToEnd(raw: readonly string[], connection: string | undefined): RawHeaders {
  const named = new Set(
    (connection ?? "")
      .toLowerCase()
      .split(",")
      .map((name) => name.trim()),
  );
  const headers: RawHeaders = [];
  for (let at = 0; at < raw.length; at += 2) {
    const name = (raw[at] as string).toLowerCase();
    if (!HOP_BY_HOP.has(name) && !named.has(name)) headers.push(raw[at] as string, raw[at + 1] as string);
  }
  return headers;
}

/** Drops headers by lower-case name. */
export function without(headers: RawHeaders, dropped: (name: string) => boolean): RawHeaders {
  return headers.filter((_, index) => !dropped((headers[index - (index % 2)] as string).toLowerCase()));
}
