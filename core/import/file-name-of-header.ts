import { fileNameOfUrl } from "./name-of-url";

/** The file name that `Content-Disposition` (RFC 6266) offers, or null. Any folder in front of it is dropped. */
export function fileNameOfHeader(value: string | undefined): string | null {
  if (!value) return null;
  const [, extended] = /(?:^|;)\s*filename\*\s*=\s*utf-8'[^']*'([^;]+)/i.exec(value) ?? [];
  const [, quoted, plain] = /(?:^|;)\s*filename\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;"\s]+))/i.exec(value) ?? [];
  const name = extended?.trim() ?? encodeURIComponent((quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "").trim());
  const last = name.split(/%2F|%5C|\/|\\/i).at(-1) ?? "";
  return last === "" ? null : fileNameOfUrl(new URL(`http://name.invalid/${last}`));
}
