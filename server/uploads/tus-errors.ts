import { AppError, notFound } from "@/core/errors";

/** What the tus library throws and replies, in the words of this API. */
export function tusError(status: number, text: string, thrown: unknown): unknown {
  if (thrown instanceof Error) return thrown;
  const message = text.trim();
  switch (status) {
    case 404:
    case 410:
      return notFound("The upload");
    case 409:
      return new AppError(
        "upload.offset_conflict",
        "The upload is at another offset. Ask for it by HEAD and go on there.",
      );
    case 412:
      return wrongVersion();
    case 413:
      return new AppError("request.too_large", "More bytes were sent than announced when the upload began.");
    case 400:
      if (/aborted/i.test(message)) {
        return new AppError("upload.locked", "Another request took this upload over. Ask for the offset and go on.");
      }
      return wrongHeader(message);
    case 403:
      return wrongHeader(message);
    default:
      return new Error(`tus: ${status} ${message}`);
  }
}

function wrongHeader(message: string): AppError {
  if (/tus-resumable/i.test(message)) return wrongVersion();
  if (/content-type/i.test(message)) {
    return new AppError(
      "request.unsupported_media_type",
      "Send the bytes as `Content-Type: application/offset+octet-stream`.",
    );
  }
  return new AppError("request.malformed", `A header is missing or wrong: ${message}.`);
}

function wrongVersion(): AppError {
  return new AppError("upload.version_unsupported", "Send `Tus-Resumable: 1.0.0`.");
}
