import { AppError } from "@/core/errors";

export const MAX_JSON_BYTES = 1024 * 1024;
/** Media type of a form without files. */
export const FIELDS = "application/x-www-form-urlencoded";

/**
 * The JSON body of a request; undefined where there is none.
 * @param orFields takes the fields of a form too, as OAuth sends them (RFC 6749 §4.4.2)
 * @throws request.unsupported_media_type, request.too_large, request.malformed
 */
export async function readJson(request: Request, orFields = false): Promise<unknown> {
  const type = mediaType(request);
  const bytes = await readBytes(request, MAX_JSON_BYTES);
  if (bytes.byteLength === 0 && !type) return undefined;
  if (orFields && type === FIELDS) return Object.fromEntries(new URLSearchParams(new TextDecoder().decode(bytes)));
  if (type !== "application/json" && !type?.endsWith("+json")) {
    throw new AppError("request.unsupported_media_type", "Send the body as `Content-Type: application/json`.");
  }
  return parsedJson(bytes);
}

/** Half of a surrogate pair, which no database stores. Only such a half is escaped when JSON is written again. */
const HALF_CHARACTER = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

function parsedJson(bytes: Uint8Array): unknown {
  let value: unknown;
  let hasHalf: boolean;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    value = JSON.parse(text);
    // What is nested too deep to be written again is refused here, too.
    hasHalf = /\\ud[89a-f]/i.test(text) && HALF_CHARACTER.test(JSON.stringify(value));
  } catch {
    throw new AppError("request.malformed", "The body is not valid JSON.");
  }
  if (hasHalf) throw new AppError("request.malformed", "The body holds half of a character: an unpaired surrogate.");
  return value;
}

/** What the parts around a file may take: names, boundaries, text fields. */
const FORM_OVERHEAD_BYTES = 64 * 1024;

/**
 * The fields of a form that carries a file, by name.
 * @throws request.unsupported_media_type, request.too_large, request.malformed
 */
export async function readForm(request: Request, fileBytes: number): Promise<Record<string, string | File>> {
  if (mediaType(request) !== "multipart/form-data") {
    throw new AppError("request.unsupported_media_type", "Send the body as `Content-Type: multipart/form-data`.");
  }
  const bytes = await readBytes(request, fileBytes + FORM_OVERHEAD_BYTES);
  const contentType = request.headers.get("content-type") ?? "";
  const form = await new Response(bytes, { headers: { "Content-Type": contentType } }).formData().catch(() => {
    throw new AppError("request.malformed", "The body is not a valid form.");
  });
  return Object.fromEntries(form);
}

function mediaType(request: Request): string | undefined {
  return request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
}

/** The body, up to `limit` bytes; a larger one is given up as soon as that is known. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new AppError("request.too_large", `The body is larger than ${limit} bytes.`);
  if (Number(request.headers.get("content-length")) > limit) throw tooLarge();
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(Buffer.concat(chunks));
    size += value.byteLength;
    if (size > limit) {
      void reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
}
