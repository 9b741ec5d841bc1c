import type { Operation } from "@/core/api-reference/operation";
import { type Draft, headersOf, keyHeaderOf, pathOf } from "./compose-request";

export interface Answer {
  status: number;
  statusText: string;
  elapsedMs: number;
  headers: [name: string, value: string][];
  /** JSON is laid out; what is too long is cut. */
  body: string;
}

const SHOWN = 200_000;
const GIVE_UP_MS = 60_000;

/** A sentence that says why a draft cannot be sent, or null. */
export function problemOf(operation: Operation, draft: Draft, file: File | null): string | null {
  const missing = operation.parameters.find(
    ({ required, in: place, name }) => required && !draft.parameters[`${place}.${name}`],
  );
  if (missing) return `${missing.name} is required.`;
  const type = operation.body?.type ?? "";
  if (type === "multipart/form-data" && !file) return "Choose a file.";
  if (type !== "multipart/form-data" && !type.includes("json")) return null;
  try {
    if (draft.body) JSON.parse(draft.body);
    return null;
  } catch (error) {
    return `The body is not JSON: ${(error as Error).message}`;
  }
}

/**
 * Sends a draft to this server, with the session's cookie, or with a key and then without the cookie.
 * @throws Error when there is no answer
 */
export async function sendDraft(
  operation: Operation,
  draft: Draft,
  key: string | null,
  file: File | null,
): Promise<Answer> {
  const headers = new Headers(headersOf(operation, draft));
  const header = keyHeaderOf(operation)?.header;
  if (key && header) headers.set(header, header === "Authorization" ? `Bearer ${key}` : key);
  const startedAt = performance.now();
  const reply = await fetch(pathOf(operation, draft), {
    method: operation.method,
    headers,
    body: bodyOf(operation, draft, file, headers),
    credentials: key ? "omit" : "same-origin",
    redirect: "manual",
    signal: AbortSignal.timeout(GIVE_UP_MS),
  });
  const text = await readSome(reply);
  return {
    status: reply.status,
    statusText: reply.statusText,
    elapsedMs: performance.now() - startedAt,
    headers: [...reply.headers],
    body: laidOut(text),
  };
}

function bodyOf(operation: Operation, draft: Draft, file: File | null, headers: Headers): BodyInit | undefined {
  const type = operation.body?.type;
  if (!type) return undefined;
  if (type === "multipart/form-data") {
    const form = new FormData();
    for (const [name, value] of Object.entries(JSON.parse(draft.body || "{}") as Record<string, unknown>))
      if (name !== "file") form.set(name, String(value));
    if (file) form.set("file", file);
    return form;
  }
  headers.set("Content-Type", type);
  return file ?? draft.body;
}

/** A stream of events has no end: its beginning is shown. */
async function readSome(reply: Response): Promise<string> {
  if (!reply.headers.get("content-type")?.startsWith("text/event-stream")) return reply.text();
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = await reader?.read();
  void reader?.cancel();
  return first?.value ?? "";
}

function laidOut(text: string): string {
  let shown = text;
  try {
    shown = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Not JSON: shown as it came.
  }
  return shown.length > SHOWN ? `${shown.slice(0, SHOWN)}\n…` : shown;
}
