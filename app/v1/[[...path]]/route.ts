import { notFound } from "@/core/errors";
import { answer } from "@/server/http/answer";

/** Every address under /v1 that no other file answers. */
function handle(request: Request): Promise<Response> {
  return answer(request, async () => {
    throw notFound("This address");
  });
}

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
