import { AppError } from "@/core/errors";
import { answer } from "@/server/http/answer";
import { errorReply } from "@/server/http/reply";
import { handleMcp } from "@/server/mcp/handle-mcp";

/** Without sessions there is nothing to listen to between requests and nothing to end; the protocol allows for both. */
function refuse(request: Request): Promise<Response> {
  return answer(request, async (headers) => {
    headers.set("Allow", "POST");
    const error = new AppError("request.method_not_allowed", "Send messages of the protocol by POST.");
    return errorReply(error, headers.get("X-Request-Id") ?? "", headers);
  });
}

export { handleMcp as POST, refuse as DELETE, refuse as GET };
