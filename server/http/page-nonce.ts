import { headers } from "next/headers";

/** The nonce of the page being rendered, which every script element of it must carry; the front server made it. */
export async function pageNonce(): Promise<string | undefined> {
  const policy = (await headers()).get("content-security-policy") ?? "";
  return /'nonce-([^']+)'/.exec(policy)?.[1];
}
