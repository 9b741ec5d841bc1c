import { z } from "zod";
import { ImportFailure } from "./import-failure";

const number = z.number().nullish().catch(null);
const text = z.string().nullish().catch(null);

const Format = z.looseObject({
  format_id: z.string(),
  protocol: text,
  vcodec: text,
  acodec: text,
  height: number,
  tbr: number,
  has_drm: z.unknown().optional(),
});
type Format = z.infer<typeof Format>;

const Video = z.looseObject({
  title: text,
  is_live: z.boolean().nullish().catch(null),
  live_status: text,
  formats: z.array(Format).nullish(),
  format_id: text,
});
type Video = z.infer<typeof Video>;

const Page = z.union([z.object({ _type: z.literal("playlist"), entries: z.array(Video.nullable()) }), Video]);

/** The one video of a page, as yt-dlp tells it. */
export interface PageVideo {
  title: string | null;
  /** What yt-dlp said of this video alone, to be handed back to it. */
  told: unknown;
  /** One format with pictures and sound, or the pictures and the sound. */
  formatIds: readonly [string] | readonly [string, string];
}

/** Ways of transport that yt-dlp speaks itself, through the proxy. */
const PROTOCOLS = ["http", "https", "m3u8", "m3u8_native", "http_dash_segments"];

/**
 * Chooses what to download of the page that yt-dlp's JSON describes.
 * @throws ImportFailure when there is no video, more than one, one without end, or a protected one
 */
export function readPageVideo(json: unknown): PageVideo {
  const parsed = Page.safeParse(json);
  if (!parsed.success) throw new ImportFailure("import.no_video_on_page", undefined, parsed.error.message);
  const video = onlyVideo(parsed.data);
  if (video.is_live || video.live_status === "is_live") throw new ImportFailure("import.page_is_live");
  return { title: video.title ?? null, told: video, formatIds: chooseFormats(formatsOf(video)) };
}

function onlyVideo(page: z.infer<typeof Page>): Video {
  if (!("entries" in page) || !Array.isArray(page.entries)) return page as Video;
  const videos = (page.entries as (Video | null)[]).filter((entry) => entry !== null);
  if (videos.length > 1) throw new ImportFailure("import.many_videos");
  if (!videos[0]) throw new ImportFailure("import.no_video_on_page");
  return videos[0];
}

/** A video with a single format is told without a list of them. */
function formatsOf(video: Video): Format[] {
  return video.formats ?? [Format.parse({ ...video, format_id: video.format_id ?? "0" })];
}

/** The best whole format, unless pictures and sound by themselves give a larger picture. */
export function chooseFormats(all: readonly Format[]): PageVideo["formatIds"] {
  const usable = all.filter(({ protocol }) => PROTOCOLS.includes(protocol ?? "http"));
  const open = usable.filter(({ has_drm }) => !has_drm);
  if (usable.length > 0 && open.length === 0) throw new ImportFailure("import.protected");
  const whole = best(open.filter(({ vcodec, acodec }) => vcodec !== "none" && acodec !== "none"));
  const pictures = best(open.filter(({ vcodec, acodec }) => vcodec !== "none" && acodec === "none"));
  const sound = best(open.filter(({ vcodec, acodec }) => vcodec === "none" && acodec !== "none"));
  const pairIsBetter = pictures && sound && (pictures.height ?? 0) > (whole?.height ?? 0);
  if (pairIsBetter) return [pictures.format_id, sound.format_id];
  const only = whole ?? pictures ?? sound;
  if (!only) throw new ImportFailure("import.no_video_on_page");
  return [only.format_id];
}

/** yt-dlp lists from worst to best, so that the later one wins where height and bit rate say nothing. */
function best(formats: readonly Format[]): Format | null {
  return formats.reduce<Format | null>((found, next) => {
    if (!found) return next;
    const by = (next.height ?? 0) - (found.height ?? 0) || (next.tbr ?? 0) - (found.tbr ?? 0);
    return by >= 0 ? next : found;
  }, null);
}
