import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { AppError } from "@/core/errors";
import { type CsvHeader, headerProblem, readHeader } from "@/core/import/csv-columns";
import type { CsvSummary } from "@/core/import/csv-contract";
import { type Delimiter, delimiterOf } from "@/core/import/csv-delimiter";

type Encoding = CsvSummary["encoding"];

/** How a file is written, and what its first row says. */
export interface CsvFile {
  path: string;
  encoding: Encoding;
  delimiter: Delimiter;
  header: CsvHeader;
}

export interface CsvLine {
  /** Line of the file, from 1, where the row begins. */
  line: number;
  cells: string[];
}

/** More than a row with every cell at its longest. A quote that is never closed ends here and not at the file's end. */
const MAX_ROW_BYTES = 256 * 1024;
const START_BYTES = 64 * 1024;

/**
 * Looks how a catalogue file is written, and reads its header.
 * @throws request.invalid when it is no catalogue file
 */
export async function openCsv(path: string): Promise<CsvFile> {
  const encoding = await encodingOf(path);
  const start = await startOf(path);
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(start));
  for await (const { cells } of parsedLines(path, encoding, delimiter)) {
    const header = readHeader(cells);
    const problem = headerProblem(header);
    if (problem) throw new AppError("request.invalid", problem);
    return { path, encoding, delimiter, header };
  }
  throw new AppError("request.invalid", "The file is empty.");
}

/**
 * The rows of a file below its header, one by one.
 * @throws request.invalid where the file cannot be read further, such as at a quote that is never closed
 */
export async function* csvLines(file: CsvFile): AsyncGenerator<CsvLine> {
  let isHeader = true;
  for await (const line of parsedLines(file.path, file.encoding, file.delimiter)) {
    if (!isHeader) yield line;
    isHeader = false;
  }
}

async function* parsedLines(path: string, encoding: Encoding, delimiter: Delimiter): AsyncGenerator<CsvLine> {
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: MAX_ROW_BYTES,
  });
  const text = Readable.from(decoded(path, encoding));
  text.on("error", (thrown) => parser.destroy(thrown));
  text.pipe(parser);
  // The parser counts a line break of two characters inside of quotes as two.
  let countedTwice = 0;
  try {
    for await (const { info, record } of parser as AsyncIterable<{ info: { lines: number }; record: string[] }>) {
      const inside = record.join("").match(/\r\n|\n|\r/g) ?? [];
      countedTwice += inside.filter((breaks) => breaks === "\r\n").length;
      yield { line: info.lines - countedTwice - inside.length, cells: record };
    }
  } catch (thrown) {
    throw readable(thrown);
  } finally {
    text.destroy();
  }
}

function readable(thrown: unknown): unknown {
  const { code, lines } = thrown as { code?: string; lines?: number };
  if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE") {
    return new AppError(
      "request.invalid",
      `A quotation mark is opened in or before line ${lines} and never closed. Nothing was changed.`,
    );
  }
  if (code?.startsWith("CSV_")) {
    return new AppError("request.invalid", `The file cannot be read at line ${lines}. Nothing was changed.`);
  }
  return thrown;
}

async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** What is marked as UTF-16 is that, what is valid UTF-8 is that, and the rest is what Windows' programs write. */
async function encodingOf(path: string): Promise<Encoding> {
  const [first, second] = await startOf(path);
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return "utf-8";
  } catch (thrown) {
    if (thrown instanceof TypeError) return "windows-1252";
    throw thrown;
  }
}

async function startOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
