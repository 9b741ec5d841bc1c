// A thread of its own: a short DASH manifest can describe billions of segments, which the parser would all write down.
import { parentPort, workerData } from "node:worker_threads";
import { parse, stringToMpdXml } from "mpd-parser";

const { text, url } = workerData;
const mpd = stringToMpdXml(text);
const parsed = parse(text, { manifestUri: url });

/** Every address of the document, resolved against every base of it: bases may stand at four levels. */
function origins() {
  const elements = Array.from(mpd.getElementsByTagName("*"));
  const bases = [
    url,
    ...elements.filter(({ localName }) => localName === "BaseURL").map((base) => base.textContent.trim()),
  ];
  const texts = elements
    .filter(({ localName }) => ["BaseURL", "Location", "PatchLocation"].includes(localName))
    .map((element) => element.textContent.trim());
  const attributes = elements.flatMap((element) =>
    ["xlink:href", "href", "media", "initialization", "sourceURL", "index", "value"]
      .filter((name) => name !== "value" || element.localName === "UTCTiming")
      .map((name) => element.getAttribute(name))
      .filter(Boolean),
  );
  const found = new Map();
  for (const uri of [url, ...texts, ...attributes]) {
    for (const base of bases) {
      const absolute = URL.canParse(base, url) ? new URL(base, url).href : url;
      if (!URL.canParse(uri, absolute)) continue;
      const resolved = new URL(uri, absolute);
      const isTimeOfDay = !/^[a-z][a-z0-9+.-]*:/i.test(uri) && /^\d{4}-\d\d-\d\dT/.test(uri);
      if (!isTimeOfDay)
        found.set(resolved.protocol === "data:" ? "data:" : resolved.origin + resolved.protocol, resolved.href);
    }
  }
  return [...found.values()].filter((href) => !href.startsWith("data:"));
}

const bytes = (part) =>
  part && {
    url: part.resolvedUri,
    range: part.byterange ? `${part.byterange.offset}-${part.byterange.offset + part.byterange.length - 1}` : null,
  };

function firstOf(playlist) {
  const segment = playlist?.segments?.[0];
  if (segment) return { init: bytes(segment.map) ?? null, segment: bytes(segment) };
  // One file with an index in it: its beginning holds the head, the index and the first picture.
  return playlist?.sidx ? { init: null, segment: { url: playlist.sidx.resolvedUri, range: "0-4194303" } } : null;
}

const videos = parsed.playlists ?? [];
const sounds = Object.values(parsed.mediaGroups?.AUDIO ?? {}).flatMap((group) => Object.values(group));
const number = (value) => (Number.isFinite(value) && value > 0 ? value : null);
const variant = (kind, language) => (playlist) => ({
  kind,
  width: number(playlist.attributes.RESOLUTION?.width),
  height: number(playlist.attributes.RESOLUTION?.height),
  frameRate: number(playlist.attributes["FRAME-RATE"]),
  bandwidth: number(Math.round(playlist.attributes.BANDWIDTH)),
  codecs: playlist.attributes.CODECS ?? null,
  language,
  url: null,
});

parentPort.postMessage({
  isLive: mpd.getAttribute("type") === "dynamic",
  durationMs: number(Math.round(parsed.duration * 1000)),
  isProtected: mpd.getElementsByTagName("ContentProtection").length > 0,
  variants: [
    ...videos.map(variant("video", null)),
    ...sounds.flatMap(({ language, playlists }) => playlists.map(variant("audio", language || null))),
  ],
  urls: origins(),
  first: firstOf(videos[0] ?? sounds[0]?.playlists[0]),
});
