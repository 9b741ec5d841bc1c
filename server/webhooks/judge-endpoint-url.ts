import { env } from "../env";
import { isAllowed, judgeUrl, refused } from "../outbound/judge-url";

/**
 * The address of an endpoint, as far as its spelling tells whether we may send there. What its name leads to is judged
 * at each delivery. Messages are not for everybody's eyes, so it is https unless the operator opened it.
 * @throws url.refused
 */
export function judgeEndpointUrl(text: string): string {
  const opened = env().WEBHOOK_ALLOW_HOSTS;
  const url = judgeUrl(text, opened);
  if (url.username !== "" || url.password !== "") {
    throw refused("Leave user name and password out of the address: the signature says who is calling.");
  }
  if (url.protocol !== "https:" && !isAllowed(url, opened)) throw refused("Webhooks are sent to https:// only.");
  url.hash = "";
  return url.href;
}
