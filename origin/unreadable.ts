import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { AppError, notFound } from "@/core/errors";
import { errorEnvelope } from "@/server/http/reply";
import { requestId } from "@/server/http/request-id";
import { isApiPath, isImportPath } from "./api-path";
import { pathOf, sendError, sendJson } from "./reply";

const MESSAGE = "The address is not encoded as UTF-8 in percent signs and hexadecimal digits.";

/** Whether a path holds a percent sign that stands for no text. Libraries behind us take that for a defect of theirs. */
export function isUnreadablePath(path: string): boolean {
  if (!path.includes("%")) return false;
  try {
    decodeURIComponent(path);
    return false;
  } catch {
    return true;
  }
}

export async function sendUnreadablePath(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (isImportPath(pathOf(incoming))) return sendJson(outgoing, 400, { detail: MESSAGE });
  await sendError(incoming, outgoing, new AppError("request.malformed", MESSAGE));
}

/** Parts that are empty, or `.` and `..` in any spelling, and `\`, which stands for `/` in some addresses. */
const BROKEN = /\/(\.|%2e){0,2}(\/|$)|\\/i;

/**
 * Whether a path of the API has a part that names nothing. Next would redirect it to another address, which no
 * description of an API tells of.
 */
export function isBrokenApiPath(path: string): boolean {
  return isApiPath(path) && BROKEN.test(path);
}

export async function sendBrokenApiPath(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (isImportPath(pathOf(incoming))) return sendJson(outgoing, 404, { detail: "Not Found" });
  await sendError(incoming, outgoing, notFound("This address"));
}

const STATUS_OF: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** Where the address can be seen to be of the import API, which has an error shape of its own. */
const IMPORT_REQUEST = /^[A-Z]+ \/api\/v1\/import[/? ]/;

/** Answers what Node's parser could not read, in the words of the API, and closes the connection. */
export function answerUnreadable(error: Error & { code?: string; rawPacket?: Buffer }, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const status = STATUS_OF[error.code ?? ""] ?? 400;
  const id = requestId();
  const said = status === 431 ? "The address and the headers are too long." : "The request could not be read.";
  const isImport = IMPORT_REQUEST.test(error.rawPacket?.toString("latin1", 0, 64) ?? "");
  const body = JSON.stringify(isImport ? { detail: said } : errorEnvelope(new AppError("request.malformed", said), id));
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${id}`,
    "Cache-Control: no-store",
    "Connection: close",
  ];
  socket.end(`${lines.join("\r\n")}\r\n\r\n${body}`);
}
