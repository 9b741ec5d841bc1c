import { pipeline, Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { z } from "zod";
import type { Actor } from "@/core/actor";
import { log } from "../log";
import { type Access, requireAccess } from "./access";
import { answer } from "./answer";
import { authenticate } from "./authenticate";
import { type Described, described, type Operation } from "./openapi/operation";
import { parseParams, parseQuery } from "./read-input";
import { FILE_HEADERS } from "./reply";

type Row = Record<string, string | number | null>;

/** A table as a file: its name, its columns in order, and its rows as they come. */
export interface CsvFile {
  name: string;
  columns: readonly string[];
  rows: AsyncIterable<Row[]>;
}

interface CsvRouteDeclaration<P extends z.ZodType, Q extends z.ZodType> extends Described {
  scope: Exclude<Access, "public">;
  params: P;
  query: Q;
  /** Whatever can be refused is refused before this returns: rows come when the reply has begun. */
  file: (actor: Actor, input: { params: z.output<P>; query: z.output<Q> }) => Promise<CsvFile>;
}

type NextHandler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/**
 * A route that answers with a CSV file, row by row, so that a month costs no more memory than a day. Text that a
 * spreadsheet would take for a formula is made plain; the byte order mark tells it that the file is UTF-8.
 */
export function csvRoute<P extends z.ZodType, Q extends z.ZodType>(
  route: CsvRouteDeclaration<P, Q>,
): NextHandler & { operation: Operation } {
  const handler: NextHandler = (request, context) =>
    answer(request, async (headers) => {
      const actor = await authenticate(request);
      requireAccess(actor, route.scope, request);
      const params = parseParams(route.params, await context.params);
      const query = parseQuery(route.query, new URL(request.url).searchParams);
      const { name, columns, rows } = await route.file(actor, { params, query });
      headers.set("Content-Type", "text/csv; charset=utf-8");
      headers.set("Content-Disposition", `attachment; filename="${name.replace(/[^\w.-]+/g, "-")}"`);
      headers.set("Cache-Control", "private, no-store");
      const table = stringify({ header: true, bom: true, columns: [...columns], escape_formulas: true });
      // An error cuts the reply, and a client that leaves ends the reading: both through the pipeline.
      pipeline(Readable.from(each(rows)), table, (error) => {
        if (error && error.code !== "ERR_STREAM_PREMATURE_CLOSE") log.error({ err: error }, "a file was cut short");
      });
      return new Response(Readable.toWeb(table) as ReadableStream, { headers });
    });
  const success = [{ status: 200, types: ["text/csv"], headers: FILE_HEADERS }];
  return described(handler, { ...route, access: route.scope, success });
}

async function* each(rows: AsyncIterable<Row[]>): AsyncGenerator<Row> {
  for await (const some of rows) yield* some;
}
