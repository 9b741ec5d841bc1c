import { headers } from "next/headers";

/** The address of the page being rendered, as the front server passes it on; layouts have no other way to know it. */
export async function pageAddress(): Promise<URL> {
  return new URL((await headers()).get("x-forwarded-uri") ?? "/", "http://localhost");
}
