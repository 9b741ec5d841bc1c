/** Folder of everything that plays of one encoding. Public by its unguessable name. */
export function encodingPrefix(contentItemId: string, encodingId: string): string {
  return `media/${contentItemId}/${encodingId}/`;
}

/** Folder of everything public of an item: encodings, captions, artwork. */
export function contentPrefix(contentItemId: string): string {
  return `media/${contentItemId}/`;
}

/** A caption track of an item. Public by its unguessable name, never changed. */
export function captionKey(contentItemId: string, captionId: string): string {
  return `media/${contentItemId}/captions/${captionId}.vtt`;
}

/** Folder of one set of an item's pictures. Public by its unguessable name, never changed. */
export function artworkPrefix(contentItemId: string, artworkId: string): string {
  return `media/${contentItemId}/artwork/${artworkId}/`;
}

/** Folder of the pictures of a channel. Public by its unguessable names. */
export function channelPrefix(channelId: string): string {
  return `media/channels/${channelId}/`;
}

/** Where an uploader writes. Private. */
export function uploadKey(contentItemId: string, filename: string): string {
  return `uploads/${contentItemId}/${safeName(filename)}`;
}

/** Folder of what an uploader may write. Private. */
export function uploadPrefix(contentItemId: string): string {
  return `uploads/${contentItemId}/`;
}

/** Folder of the bytes that are transcoded; no signed URL ever points here. Private. */
export function sourcePrefix(contentItemId: string): string {
  return `sources/${contentItemId}/`;
}

/** A file name without anything that a path, URL or shell could read in a special way. */
export function safeName(filename: string): string {
  const base = filename.split(/[\\/]/).at(-1) ?? "";
  const plain = base
    .normalize("NFKD")
    .replace(/[^\w.-]+/g, "-")
    .replace(/^[.-]+/, "")
    .slice(-120);
  return plain || "source";
}
