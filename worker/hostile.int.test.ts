import { readFile, stat, truncate, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOSTILE_INPUT } from "@/core/transcode/arguments";
import { run } from "./ffmpeg/run";
import { ffmpeg, mediaFolder, picture, QUICK, tone, transcodeInto } from "./testing/media";

let folder: string;
let remove: () => Promise<void>;
let server: Server;
let visits = 0;
beforeAll(async () => {
  ({ folder, remove } = await mediaFolder());
  server = createServer((_, response) => {
    visits++;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  server.close();
  await remove();
});

async function written(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(`${folder}/${name}`, content);
  return `${folder}/${name}`;
}

async function clip(name: string, ...args: string[]): Promise<string> {
  await ffmpeg(...args, `${folder}/${name}`);
  return `${folder}/${name}`;
}

/** Cuts a file to a share of its bytes. */
async function cut(file: string, share: number): Promise<string> {
  await truncate(file, Math.floor((await stat(file)).size * share));
  return file;
}

describe("a file that is no film is refused", () => {
  test("nothing at all", async () => {
    await expect(transcodeInto(await written("empty.mp4", ""))).rejects.toMatchObject({ code: "source.empty" });
  });

  test.each([
    ["text", "Dear diary, today I renamed a letter.\n".repeat(200)],
    ["a web page", "<!doctype html><html><body><video src='https://example.com/a.mp4'></video></body></html>"],
    ["random bytes", Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256))],
  ])("%s", async (name, content) => {
    const file = await written(`${name.replaceAll(" ", "-")}.mp4`, content);
    await expect(transcodeInto(file)).rejects.toMatchObject({ code: "source.not_media" });
  });

  test("a picture", async () => {
    const file = await clip("still.png", ...picture(1), "-frames:v", "1");
    const renamed = await written("still.mp4", await readFile(file));
    await expect(transcodeInto(renamed)).rejects.toMatchObject({ code: "source.not_media" });
  });
});

describe("a file that names other files or hosts opens none of them", () => {
  const forms: [string, (target: string) => string][] = [
    ["an HLS playlist", (target) => `#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n${target}\n#EXT-X-ENDLIST\n`],
    ["a concat script", (target) => `ffconcat version 1.0\nfile '${target}'\n`],
    [
      "an SDP description",
      () => "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\n",
    ],
    [
      "a DASH manifest",
      (target) =>
        `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"><Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>${target}</BaseURL></Representation></AdaptationSet></Period></MPD>`,
    ],
  ];
  test.each(forms)("%s", async (name, content) => {
    const secret = await clip(`secret-${name.length}.ts`, ...picture(1), ...QUICK);
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.ts`;
    for (const target of [secret, `file://${secret}`, host]) {
      for (const ending of ["mp4", "m3u8"]) {
        const file = await written(`names-${name.length}.${ending}`, content(target));
        await expect(transcodeInto(file)).rejects.toMatchObject({ code: "source.not_media" });
      }
    }
    expect(visits).toBe(0);
  });

  test("whatever is asked of ffmpeg itself", async () => {
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.mp4`;
    const limits = { wallSeconds: 10, memoryBytes: 2 ** 31, cpuSeconds: 10, fileBytes: 0 };
    const read = run("ffprobe", ["-loglevel", "error", ...HOSTILE_INPUT, host], { limits });
    await expect(read).rejects.toMatchObject({ stderr: expect.stringContaining("whitelist") });
    expect(visits).toBe(0);
  });
});

describe("a file that breaks off is refused", () => {
  test("an MP4 with its index in front", async () => {
    const fast = ["-movflags", "+faststart", ...QUICK];
    const file = await cut(await clip("front.mp4", ...picture(8), ...tone(8), ...fast), 0.6);
    await expect(transcodeInto(file)).rejects.toMatchObject({ code: "source.truncated" });
  });

  test("an MP4 whose index has not arrived", async () => {
    const file = await cut(await clip("behind.mp4", ...picture(3), ...tone(3), ...QUICK), 0.7);
    await expect(transcodeInto(file)).rejects.toMatchObject({ code: "source.truncated" });
  });

  test.each(["mkv", "avi"])("a %s file", async (ending) => {
    const codecs = ending === "avi" ? ["-c:v", "mpeg4", "-c:a", "libmp3lame"] : QUICK;
    const file = await cut(await clip(`torn.${ending}`, ...picture(8), ...tone(8), ...codecs), 0.5);
    await expect(transcodeInto(file)).rejects.toMatchObject({ code: "source.truncated" });
  });

  test("noise over most of its pictures", async () => {
    const file = await clip("noise.mp4", ...picture(4), ...QUICK);
    const bytes = await readFile(file);
    const from = bytes.indexOf("mdat") + 400;
    for (let at = from; at < bytes.indexOf("moov") - 4; at++) bytes[at] = (at * 7919 + (at >> 5)) % 256;
    const spoiled = await written("spoiled.mp4", bytes);
    await expect(transcodeInto(spoiled)).rejects.toMatchObject({ code: expect.stringMatching(/^source\./) });
  });
});

test("copy protection is named as such", async () => {
  const key = ["-encryption_scheme", "cenc-aes-ctr", "-encryption_key", "0".repeat(31).concat("1")];
  const file = await clip("locked.mp4", ...picture(1), ...QUICK, ...key, "-encryption_kid", "0".repeat(32));
  await expect(transcodeInto(file)).rejects.toMatchObject({ code: "source.drm" });
});

describe("a file that is built to exhaust the machine is refused within bounds", () => {
  test("20,000 × 20,000 pixels in a few hundred bytes", async () => {
    const file = await clip("giant.mov", ...picture(1, 1, "64x64"), "-c:v", "png");
    const bytes = await readFile(file);
    // Width and height of the sample entry, then those of the picture's own header.
    bytes.writeUInt32BE(20_000 * 0x10001, bytes.indexOf("stsd") + 44);
    for (const offset of [8, 12]) bytes.writeUInt32BE(20_000, bytes.indexOf("IHDR") + offset - 4);
    const startedAt = Date.now();
    const giant = await written("giant-patched.mov", bytes);
    await expect(transcodeInto(giant)).rejects.toMatchObject({ code: "source.too_large_picture" });
    expect(Date.now() - startedAt).toBeLessThan(15_000);
  });

  test("two frames that lie forty hours apart", async () => {
    const apart = ["-c:v", "libx264", "-preset", "ultrafast", "-vf", "setpts=N*144000/TB", "-vsync", "vfr"];
    const file = await clip("endless.mkv", ...picture(1, 2), ...apart);
    await expect(transcodeInto(file)).rejects.toMatchObject({ code: "source.too_long" });
  });

  const bounded = { wallSeconds: 2, memoryBytes: 4 * 2 ** 30, cpuSeconds: 60, fileBytes: 2 ** 20 };
  const endless = ["-nostdin", "-loglevel", "error", "-f", "lavfi", "-i", "testsrc2=s=64x64"];

  test("a run that never ends is killed by the clock", async () => {
    const startedAt = Date.now();
    const forever = run("ffmpeg", [...endless, "-f", "null", "-"], { limits: bounded });
    await expect(forever).rejects.toMatchObject({ name: "ProcessFailure", reason: "timeout" });
    expect(Date.now() - startedAt).toBeLessThan(6_000);
  });

  test("a run that burns CPU is killed by its allowance", async () => {
    const limits = { ...bounded, wallSeconds: 60, cpuSeconds: 1 };
    await expect(run("ffmpeg", [...endless, "-f", "null", "-"], { limits })).rejects.toMatchObject({
      reason: "signal",
    });
  });

  test("a run that takes too much memory fails or stalls, and is killed either way", async () => {
    const limits = { ...bounded, wallSeconds: 30, stallSeconds: 3, memoryBytes: 600 * 2 ** 20 };
    const big = ["-nostdin", "-loglevel", "error", "-f", "lavfi", "-i", "color=s=16000x16000:d=1", "-f", "null", "-"];
    await expect(run("ffmpeg", big, { limits })).rejects.toMatchObject({ name: "ProcessFailure" });
  });

  test("a run that writes too large a file fails", async () => {
    const raw = [...endless, "-c:v", "rawvideo", "-f", "nut", "-y", `${folder}/large.nut`];
    await expect(run("ffmpeg", raw, { limits: { ...bounded, wallSeconds: 30 } })).rejects.toMatchObject({
      name: "ProcessFailure",
    });
    expect((await stat(`${folder}/large.nut`)).size).toBeLessThanOrEqual(2 ** 20);
  });
});
