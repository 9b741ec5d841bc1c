import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import type { ErrorCode } from "@/core/errors";
import { asAppError, errorEnvelope } from "../http/reply";
import { STATUS } from "../http/status";

/** What an agent should do about an error, where the code alone tells. */
const ADVICE: Partial<Record<ErrorCode, string>> = {
  "auth.insufficient_scope":
    "Ask the person you work for to create a key with details.requiredScope at Account > API keys; do not try again with this one.",
  "resource.not_found":
    "Check the id: list again with list_content, list_channels or get_guide. Ids of another account do not exist for this key.",
  "request.invalid": "Correct the fields that details.issues names and call again.",
  "rate_limit.exceeded": "Wait for as long as the message says, then call again.",
  "upload.not_received":
    "Send the bytes to uploadUrl by HTTP PUT first, with exactly the headers that upload_init gave, then call upload_complete again.",
  "upload.size_mismatch": "Start anew with upload_init and the true sizeBytes of the file.",
  "upload.expired": "The address has expired: start anew with upload_init.",
  "schedule.overlap":
    "Call get_guide for this stretch and place the block into a gap, or move or remove the block details.conflictingBlockId first.",
  "schedule.locked": "That time is on air or about to be. Choose a start at or after details.editableFrom.",
  "schedule.content_not_ready": "Call content_status with waitSeconds until the item is ready, then place it.",
  "schedule.content_not_schedulable": "Choose another item: list_content with schedulable: true.",
  "schedule.too_long": "Leave durationSeconds out, or take one that is no longer than the item.",
  "schedule.changed": "Somebody else edited the guide: call get_guide and decide anew.",
  "url.refused": "This server does not fetch from that address. Ask for a public http or https address.",
  "storage.full": "Ask the operator of this server to make room.",
};

/**
 * An error as a tool tells it: the envelope of the API with a sentence about what to do. It is no error of the
 * protocol, which agents never get to read.
 */
export function toolError(thrown: unknown, requestId: string): CallToolResult {
  const error = asAppError(thrown);
  const { error: body } = errorEnvelope(error, requestId);
  const text = JSON.stringify({ error: { ...body, whatToDo: ADVICE[error.code] ?? byStatus(STATUS[error.code]) } });
  return { isError: true, content: [{ type: "text", text }] };
}

function byStatus(status: number): string {
  if (status >= 500) return "Nothing is wrong with the call. Wait some seconds and try again, a few times at most.";
  if (status === 409) return "The state of things does not allow it now. Look at it again, then decide anew.";
  return "Do not repeat the same call: change it as the message says.";
}
