import { headers } from "next/headers";
import { callContext } from "../log";
import { ownOrigin } from "./own-origin";

/** Calls a verb for the page being rendered, so that the addresses in its answer are those of the page's own host. */
export async function forPage<T>(call: () => Promise<T>): Promise<T> {
  const request = new Request("http://localhost", { headers: await headers() });
  return callContext.run({ requestId: "page", origin: ownOrigin(request) }, call);
}
