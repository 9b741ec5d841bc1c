import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { PICTURE_FORMATS, pictureFile, SHAPE_NAMES, SHAPES, shapeSize } from "@/core/content/artwork";
import { makeArtwork } from "./make-artwork";
import { readPicture } from "./read-picture";

/** A plain picture with a bright disc in it, for the eye to be drawn to. */
function scene(width: number, height: number, disc = { x: width / 2, y: height / 2 }) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#123"/><circle cx="${disc.x}" cy="${disc.y}" r="${height / 6}" fill="#fc2"/></svg>`;
  return sharp(Buffer.from(svg)).flatten();
}

describe("a picture", () => {
  test("becomes every shape in every format, of the size that is said, without metadata", async () => {
    const photo = await scene(1920, 1280)
      .withExif({ IFD0: { Artist: "secret" } })
      .withIccProfile("p3")
      .jpeg()
      .toBuffer();
    const { shapes, files } = await makeArtwork(await readPicture(photo));
    expect(files.size).toBe(SHAPE_NAMES.length * PICTURE_FORMATS.length);
    for (const shape of SHAPE_NAMES) {
      expect(shapes[shape]).toEqual(SHAPES[shape]);
      for (const format of PICTURE_FORMATS) {
        const facts = await sharp(files.get(pictureFile(shape, format))).metadata();
        expect(facts).toMatchObject({ ...SHAPES[shape], format: format === "avif" ? "heif" : format });
        expect([facts.exif, facts.icc, facts.xmp, facts.orientation]).toEqual(Array(4).fill(undefined));
      }
    }
  });

  test("is turned upright before it is cut", async () => {
    const lying = await scene(1600, 900).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { shapes } = await makeArtwork(await readPicture(lying));
    expect(shapes.portrait).toEqual(shapeSize("portrait", { width: 900, height: 1600 }));
  });

  test("is cut where it draws the eye, not in the middle", async () => {
    const left = await scene(1800, 600, { x: 200, y: 300 }).png().toBuffer();
    const { files } = await makeArtwork(await readPicture(left));
    const { channels } = await sharp(files.get("square.jpg")).stats();
    expect(channels[0]!.max).toBeGreaterThan(200);
  });

  test("that is small is cut and not blown up", async () => {
    const { shapes } = await makeArtwork(await readPicture(await scene(300, 300).webp().toBuffer()));
    expect(shapes).toMatchObject({
      square: { width: 300, height: 300 },
      banner: { width: 300, height: 100 },
      portrait: { width: 200, height: 300 },
    });
  });

  test.each(["png", "webp", "gif", "avif"] as const)("may be a %s, see-through or moving", async (format) => {
    const clear = sharp({
      create: { width: 320, height: 240, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0.5 } },
    });
    const { files } = await makeArtwork(await readPicture(await clear.toFormat(format).toBuffer()));
    expect((await sharp(files.get("landscape.jpg")).metadata()).channels).toBe(3);
  });
});

describe("refused", () => {
  /** A PNG that claims a size and holds next to nothing. */
  function bomb(side: number): Buffer {
    const chunk = (type: string, data: Buffer) => {
      const body = Buffer.concat([Buffer.from(type), data]);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(data.length);
      const sum = Buffer.alloc(4);
      sum.writeUInt32BE(crc32(body));
      return Buffer.concat([length, body, sum]);
    };
    const head = Buffer.alloc(13);
    head.writeUInt32BE(side, 0);
    head.writeUInt32BE(side, 4);
    head.set([8, 2, 0, 0, 0], 8);
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const rows = deflateSync(Buffer.alloc(1_000_000));
    return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
  }

  test.each([
    ["a bomb of 30,000 × 30,000 pixels", () => bomb(30_000), /million pixels/],
    ["a bomb of 8,000 × 8,000 pixels", () => bomb(8_000), /million pixels/],
    [
      "an SVG that reads a file",
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
      /must be a JPEG/,
    ],
    ["an SVG behind a byte order mark", () => Buffer.from('\ufeff<?xml version="1.0"?><svg/>'), /must be a JPEG/],
    ["a PDF", () => Buffer.from("%PDF-1.7"), /must be a JPEG/],
    ["nothing", () => Buffer.alloc(0), /must be a JPEG/],
    ["a JPEG of three bytes", () => Buffer.from([0xff, 0xd8, 0xff]), /cannot be read/],
    [
      "a file that is too large",
      () => Buffer.concat([bomb(300), Buffer.alloc(20 * 1024 * 1024)]),
      /larger than 20 MiB/,
    ],
    ["a speck", () => scene(300, 100).png().toBuffer(), /at least 160 pixels/],
  ])("%s", async (_, bytes, reason) => {
    await expect(readPicture(await bytes())).rejects.toMatchObject({ code: "request.invalid", message: reason });
  });

  test("a picture cut in half, once it is decoded", async () => {
    const photo = await scene(1200, 800).jpeg().toBuffer();
    const half = await readPicture(photo.subarray(0, photo.length / 2));
    await expect(makeArtwork(half)).rejects.toThrow();
  });
});

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
