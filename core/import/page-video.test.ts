import { describe, expect, test } from "vitest";
import { readPageVideo } from "./page-video";
import { downloadArguments, metadataArguments, readProgress } from "./ytdlp-arguments";
import { ytdlpFailure } from "./ytdlp-failure";

const whole = { format_id: "18", protocol: "https", vcodec: "avc1", acodec: "mp4a", height: 360, tbr: 500 };
const pictures = { format_id: "137", protocol: "https", vcodec: "avc1", acodec: "none", height: 1080, tbr: 4000 };
const sound = { format_id: "140", protocol: "https", vcodec: "none", acodec: "mp4a", height: null, tbr: 128 };
const page = (formats: object[], more = {}) => ({ title: "A walk", formats, ...more });

describe("what is downloaded of a page", () => {
  test("pictures and sound apart, where they give the larger picture", () => {
    expect(readPageVideo(page([sound, whole, pictures])).formatIds).toEqual(["137", "140"]);
  });

  test("one file where it is as good", () => {
    const better = { ...whole, format_id: "22", height: 1080 };
    expect(readPageVideo(page([sound, whole, better, pictures])).formatIds).toEqual(["22"]);
  });

  test("the later of two about which nothing is known", () => {
    expect(readPageVideo(page([{ format_id: "0" }, { format_id: "1" }])).formatIds).toEqual(["1"]);
  });

  test("only what yt-dlp fetches itself", () => {
    const foreign = { ...whole, format_id: "rtmp", protocol: "rtmp", height: 2160 };
    expect(readPageVideo(page([foreign, whole])).formatIds).toEqual(["18"]);
    expect(() => readPageVideo(page([foreign]))).toThrow("import.no_video_on_page");
  });

  test("the only entry of a list; what was told of it is handed back whole", () => {
    const video = { ...page([whole]), extra: { kept: true } };
    const read = readPageVideo({ _type: "playlist", entries: [video, null] });
    expect(read).toMatchObject({ title: "A walk", formatIds: ["18"], told: video });
  });

  test.each([
    [{ _type: "playlist", entries: [page([whole]), page([whole])] }, "import.many_videos"],
    [{ _type: "playlist", entries: [] }, "import.no_video_on_page"],
    [page([whole], { is_live: true }), "import.page_is_live"],
    [page([{ ...whole, has_drm: true }]), "import.protected"],
    [page([]), "import.no_video_on_page"],
    ["nonsense", "import.no_video_on_page"],
  ])("nothing of what cannot be had (%#)", (told, code) => {
    expect(() => readPageVideo(told)).toThrow(code);
  });
});

test("an address is never read as an option, and a file name never as a template", () => {
  expect(metadataArguments("https://example.com/watch").slice(-2)).toEqual(["--", "https://example.com/watch"]);
  const args = downloadArguments("/w/page.json", "137", "/w/100%/out", { maxBytes: 5, bytesPerSecond: 7 });
  expect(args[args.indexOf("--output") + 1]).toBe("/w/100%%/out");
  expect(args).toEqual(expect.arrayContaining(["--ignore-config", "--max-filesize", "5", "--limit-rate", "7"]));
  expect(args).not.toContain("--proxy");
});

test("progress is read from its own lines only", () => {
  expect(readProgress("lineup 1024 NA 4096.7 512.2")).toEqual({
    receivedBytes: 1024,
    totalBytes: 4097,
    bytesPerSecond: 512,
  });
  expect(readProgress("[download] Destination: x")).toBeNull();
});

test.each([
  ["ERROR: Unsupported URL: http://x/", { code: "import.no_video_on_page" }],
  ["ERROR: [x] 1: This video is DRM protected", { code: "import.protected" }],
  ["ERROR: [x] 1: Private video. Sign in if you've been granted access", { code: "url.forbidden" }],
  ["ERROR: Unable to download webpage: HTTP Error 404: Not Found (caused by", { code: "url.not_found" }],
  ["ERROR: HTTP Error 503: Service Unavailable", { code: "url.server_failed", retry: true }],
  ["[download] File is larger than max-filesize (90 bytes > 5 bytes). Aborting.", { code: "url.too_large" }],
])("%s", (said, expected) => {
  expect(ytdlpFailure(said)).toMatchObject(expected);
});

test("a complaint that we do not know is told in its own words", () => {
  const failure = ytdlpFailure("WARNING: x\nERROR: [vimeo] 76979871: The moon is in the way; please report this issue");
  expect(failure).toMatchObject({
    code: "import.page_failed",
    sentence: "The video of this page could not be downloaded: The moon is in the way.",
  });
});
