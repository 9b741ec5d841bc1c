import { titleOfFile } from "../uploads/title-of-file";

/** The name of the file that an address leads to, as far as the address tells; else its host. 1–200 characters. */
export function fileNameOfUrl(url: URL): string {
  const last = url.pathname.split("/").filter(Boolean).at(-1) ?? "";
  const plain = [...decoded(last)].filter(isPrintable).join("").trim();
  return [...(plain || url.hostname)].slice(-200).join("");
}

/** The title of an item until its source tells a better one. */
export function titleOfUrl(url: URL): string {
  return titleOfFile(fileNameOfUrl(url));
}

/** An address can hold anything that its server understands; a name cannot. */
function isPrintable(character: string): boolean {
  return character >= " " && character !== "\u007f" && character !== "/" && character !== "\\";
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Where the name of a file says what it is, a manifest is linked and anything else is downloaded. */
export function sourceKindOf(url: URL): "url" | "external" {
  return /\.(m3u8|mpd)$/i.test(url.pathname) ? "external" : "url";
}
