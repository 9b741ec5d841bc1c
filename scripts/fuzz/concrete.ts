import type { FuzzOperation } from "./operations";
import { ownIdFor, type World } from "./own-id";
import type { Recipe } from "./recipe";
import { isMoment, isOwnId } from "./schema-value";

/** A request as it goes over the wire. */
export interface Sent {
  method: string;
  path: string;
  /** Names may stand there twice. */
  headers: [name: string, value: string][];
  body: Buffer | null;
}

const HUGE_BYTES = 2 * 1024 * 1024;
const BOUNDARY = "lineupfuzz";

/** Fills in ids and times, and writes the recipe out. `address` is where the caller seems to be. */
export function concrete(
  operation: FuzzOperation,
  recipe: Recipe,
  { world, nowMs, address }: { world: World; nowMs: number; address: string },
): Sent {
  const fill = (value: unknown): unknown => filled(value, operation.path, world, nowMs);
  let index = 0;
  const path = operation.path.replace(/\{\w+\}/g, () => {
    const { value, raw } = recipe.segments[index++] ?? { value: "", raw: false };
    return raw ? String(value) : encoded(textOf(fill(value)));
  });
  const query = recipe.query.map(([name, value]) => `${encoded(name)}=${encoded(textOf(fill(value)))}`).join("&");
  const body = bodyOf(operation, recipe, fill);
  const type = recipe.contentType ?? (body && typeOf(operation));
  return {
    method: recipe.method,
    path: query ? `${path}?${query}` : path,
    headers: [
      ...callerHeaders(operation, recipe, world),
      ["X-Forwarded-For", address],
      ...(type !== undefined && type !== null ? [["Content-Type", type] as [string, string]] : []),
      ...recipe.headers,
    ],
    body,
  };
}

function callerHeaders(operation: FuzzOperation, { caller }: Recipe, world: World): [string, string][] {
  if (operation.detailErrors)
    return caller === "nobody" ? [] : [["X-API-Key", caller === "key" ? world.importKey : "vid_x"]];
  switch (caller) {
    case "key":
      return [["Authorization", `Bearer ${world.key}`]];
    case "session":
      return [
        ["Cookie", world.cookie],
        ["Origin", "{origin}"],
      ];
    case "scopeless":
      return [["Authorization", `Bearer ${world.scopelessKey}`]];
    case "garbage":
      return [["Authorization", "Bearer vk_live_garbage"]];
    case "nobody":
      return [];
  }
}

function filled(value: unknown, path: string, world: World, nowMs: number): unknown {
  if (isOwnId(value)) return ownIdFor(value.$own, path, world);
  if (isMoment(value)) return new Date(nowMs + value.$inMs).toISOString();
  if (Array.isArray(value)) return value.map((each) => filled(each, path, world, nowMs));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each, path, world, nowMs)]));
  return value;
}

function bodyOf(operation: FuzzOperation, { body }: Recipe, fill: (value: unknown) => unknown): Buffer | null {
  switch (body.kind) {
    case "none":
      return null;
    case "text":
      return Buffer.from(body.text);
    case "huge":
      return Buffer.alloc(HUGE_BYTES, "[");
    case "value": {
      const value = fill(body.value);
      if (typeOf(operation)?.startsWith("multipart/")) return formOf(value);
      return Buffer.from(typeOf(operation)?.includes("json") ? (JSON.stringify(value) ?? "") : textOf(value));
    }
  }
}

function typeOf({ body }: FuzzOperation): string | undefined {
  const type = body?.types[0];
  return type === "multipart/form-data" ? `${type}; boundary=${BOUNDARY}` : type;
}

/** A form as browsers send it; fields called `file` get a name, and their bytes are the text as it is. */
function formOf(value: unknown): Buffer {
  const fields = typeof value === "object" && value !== null ? Object.entries(value) : [["file", value]];
  const parts = fields.map(([name, each]) => {
    const file = name === "file" ? '; filename="a.bin"\r\nContent-Type: application/octet-stream' : "";
    const safe = String(name).replace(/["\r\n]/g, "_");
    return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${safe}"${file}\r\n\r\n${textOf(each)}\r\n`;
  });
  return Buffer.from(`${parts.join("")}--${BOUNDARY}--\r\n`);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** Half of a surrogate pair cannot be written in a URL, nor in UTF-8. */
function encoded(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}
