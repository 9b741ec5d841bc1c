/** The title an item gets when its uploader names none: the file name without folders and ending, 1–200 characters. */
export function titleOfFile(filename: string): string {
  const base = filename.split(/[\\/]/).at(-1)!.trim();
  const bare = base.replace(/(?<=.)\.[A-Za-z0-9]{1,5}$/, "").trim();
  return [...(bare || base || "Untitled")].slice(0, 200).join("").trim() || "Untitled";
}
