import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { AppError } from "@/core/errors";
import { answer } from "../http/answer";
import { authenticate } from "../http/authenticate";
import { ownOrigin } from "../http/own-origin";
import { errorReply } from "../http/reply";
import { createMcpServer } from "./create-server";

const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Answers a message of the Model Context Protocol (streamable HTTP). Every request stands for itself: the key says who
 * calls, nothing is kept between two of them, so that any web process can answer any of them and a restart ends none.
 * The answer is a stream of events, with signs of life while a tool waits.
 */
export function handleMcp(request: Request): Promise<Response> {
  return answer(request, async (headers) => {
    const requestId = headers.get("X-Request-Id") ?? "";
    requireOwnPage(request);
    try {
      // A browser sends its cookie along unasked; only a key shows that a program means to be here.
      if (!request.headers.has("authorization")) throw noKey();
      const actor = await authenticate(request);
      const server = createMcpServer(actor, requestId);
      const transport = new WebStandardStreamableHTTPServerTransport({ maxRequestBodySize: MAX_BODY_BYTES });
      await server.connect(transport);
      request.signal.addEventListener("abort", () => void server.close(), { once: true });
      return await transport.handleRequest(request);
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.code === "auth.unauthenticated")
        headers.set("WWW-Authenticate", "Bearer");
      return errorReply(thrown, requestId, headers);
    }
  });
}

/** The protocol has servers refuse pages of other sites, which could reach one in a private network (DNS rebinding). */
function requireOwnPage(request: Request): void {
  const origin = request.headers.get("origin");
  if (origin === null || origin === ownOrigin(request)) return;
  throw new AppError("auth.csrf", "Pages of other sites cannot use this address. Programs send no Origin header.");
}

function noKey(): AppError {
  return new AppError("auth.unauthenticated", "Send an API key as `Authorization: Bearer vk_live_…`.");
}
