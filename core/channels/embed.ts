/** Width and height of a player in a page that sets no bounds. */
export const EMBED_SIZE = { width: 960, height: 540 } as const;

/** The largest player of 16:9 within the bounds, in whole pixels; never larger than {@link EMBED_SIZE}. */
export function embedSize(bounds: { width?: number; height?: number }): { width: number; height: number } {
  const width = Math.min(
    EMBED_SIZE.width,
    bounds.width ?? Infinity,
    Math.floor((bounds.height ?? Infinity) * (16 / 9)),
  );
  return { width: Math.max(1, width), height: Math.max(1, Math.floor((width * 9) / 16)) };
}

/** The page that other sites may frame, by the address of the channel's own. */
export function embedUrlOf(watchUrl: string): string {
  const url = new URL(watchUrl);
  url.pathname = `/embed${url.pathname}`;
  return url.href;
}

/** What another site writes into its page to show the player. */
export function embedCode(embedUrl: string, title: string, { width, height } = embedSize({})): string {
  const allowed = "autoplay; fullscreen; picture-in-picture";
  return `<iframe src="${attribute(embedUrl)}" title="${attribute(title)}" width="${width}" height="${height}" style="border:0" allow="${allowed}" allowfullscreen></iframe>`;
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The channel that a page of ours shows, by its address: its page or its embedded player. Null for any other. */
export function slugOfPage(address: string, origin: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.origin !== new URL(origin).origin) return null;
  const [, slug] = /^(?:\/embed)?\/watch\/([^/]+)\/?$/.exec(url.pathname) ?? [];
  try {
    return slug ? decodeURIComponent(slug) : null;
  } catch {
    return null;
  }
}
