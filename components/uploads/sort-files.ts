import { isMediaFile } from "@/core/uploads/is-media-file";

/** Which of the files a creator gave are uploaded, and for the others why not. */
export function sortFiles(files: readonly File[]): { good: File[]; refusal: string | null } {
  const good: File[] = [];
  const refused: File[] = [];
  for (const file of files) {
    // Folders bring along what nobody means to upload.
    if (file.name.startsWith(".")) continue;
    (file.size > 0 && isMediaFile(file.name, file.type) ? good : refused).push(file);
  }
  return { good, refusal: refused.length > 0 ? refusalOf(refused) : null };
}

function refusalOf(files: readonly File[]): string {
  const [first] = files;
  if (files.length > 1) return `${files.length} files hold no video or audio and were left out.`;
  return first?.size === 0 ? `${first.name} is empty.` : `${first?.name} holds no video or audio.`;
}
