import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError, type ErrorCode } from "@/core/errors";
import { sendError } from "./reply";

/** An error that the framework or a library wrote, and not our routes, which write JSON. */
export function needsEnvelope(reply: IncomingMessage): boolean {
  const isJson = /^application\/([\w.]+\+)?json\b/i.test(reply.headers["content-type"] ?? "");
  return (reply.statusCode ?? 0) >= 400 && !isJson;
}

const MEANING: Record<number, [ErrorCode, string]> = {
  400: ["request.malformed", "The request could not be read."],
  401: ["auth.unauthenticated", "Sign in, or send a valid API key as `Authorization: Bearer vk_live_…`."],
  404: ["resource.not_found", "There is nothing at this address."],
  405: ["request.method_not_allowed", "This address does not take this method."],
  413: ["request.too_large", "The request is too large."],
  415: ["request.unsupported_media_type", "The request has a content type that this address does not take."],
  429: ["rate_limit.exceeded", "Too many requests. Try again in a moment."],
  502: ["server.unavailable", "Lineup is starting or being updated. Try again in a moment."],
  503: ["server.unavailable", "Lineup is starting or being updated. Try again in a moment."],
  504: ["server.unavailable", "Lineup is starting or being updated. Try again in a moment."],
};

/** Answers an error of the API that has no envelope with one; status, and headers that are not of the body, stay. */
export async function envelopeForNext(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  reply: IncomingMessage,
  own: Record<string, string>,
  allow: string | undefined,
): Promise<void> {
  reply.resume();
  const status = reply.statusCode ?? 500;
  const other: [ErrorCode, string] =
    status < 500
      ? ["request.invalid", reply.statusMessage || "The request was refused."]
      : ["server.error", "Something went wrong on our side."];
  const [code, message] = MEANING[status] ?? other;
  const headers: Record<string, string> = { ...own };
  for (const [name, value] of Object.entries(reply.headers)) {
    if (/^(tus-.*|upload-.*|retry-after|www-authenticate|access-control-.*|ratelimit-.*)$/.test(name))
      headers[name] = String(value);
  }
  if (allow ?? reply.headers.allow) headers.Allow = (allow ?? reply.headers.allow)!;
  await sendError(incoming, outgoing, new AppError(code, message), headers, status);
}
