import { callContext, log } from "../log";
import { ownOrigin } from "./own-origin";
import { errorReply } from "./reply";
import { requestId } from "./request-id";

/**
 * The frame around every answer of the API, for routes that are no JSON declarations too: request id, log line,
 * error envelope.
 */
export async function answer(request: Request, respond: (headers: Headers) => Promise<Response>): Promise<Response> {
  const id = requestId();
  const headers = new Headers({ "X-Request-Id": id });
  return callContext.run({ requestId: id, origin: ownOrigin(request) }, async () => {
    const startedAt = performance.now();
    const response = await respond(headers).catch((thrown) => errorReply(thrown, id, headers));
    if (!response.headers.has("X-Request-Id")) response.headers.set("X-Request-Id", id);
    log.info(
      {
        method: request.method,
        path: new URL(request.url).pathname,
        status: response.status,
        ms: Math.round(performance.now() - startedAt),
      },
      "request",
    );
    return response;
  });
}
