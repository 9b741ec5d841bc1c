import { headers } from "next/headers";
import { ownOrigin } from "./own-origin";

/** Scheme and host of this server as the reader of the page being rendered sees it. */
export async function originOfPage(): Promise<string> {
  return ownOrigin(new Request("http://localhost", { headers: await headers() }));
}
