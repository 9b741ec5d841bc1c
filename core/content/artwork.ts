import { z } from "zod";

/** The shapes in which screens show an item, each with the size that it is made in from a picture large enough. */
export const SHAPES = {
  /** 16:9 */
  landscape: { width: 1280, height: 720 },
  /** 2:3 */
  portrait: { width: 800, height: 1200 },
  square: { width: 800, height: 800 },
  /** 3:1 */
  banner: { width: 1500, height: 500 },
  /** 16:9, for lists. */
  thumbnail: { width: 640, height: 360 },
} as const;
export type Shape = keyof typeof SHAPES;
export const SHAPE_NAMES = Object.keys(SHAPES) as Shape[];

/** Formats that every shape is made in, best first. */
export const PICTURE_FORMATS = ["avif", "webp", "jpeg"] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

const Size = z.object({ width: z.int(), height: z.int() });

/** What each shape measures: a small picture is cut and not blown up. */
export const ShapeSizes = z.object({
  landscape: Size,
  portrait: Size,
  square: Size,
  banner: Size,
  thumbnail: Size,
});
export type ShapeSizes = z.infer<typeof ShapeSizes>;

/** One set of pictures, made from one picture. */
export const Artwork = z.object({
  /** Name of its folder; a new picture gets a new one, so that caches never show the one before. */
  id: z.uuid(),
  from: z.enum(["upload", "import", "frame"]),
  /** Of a frame: where in the item it lies. */
  atSeconds: z.number().nullable(),
  shapes: ShapeSizes,
});
export type Artwork = z.infer<typeof Artwork>;

/** What stands in `content_item.artwork`. */
export const KeptArtwork = z.object({
  /** Null while the frames of the encoding serve. */
  current: Artwork.nullable(),
  /** Sets that guides fetched earlier may still show. */
  before: z.array(z.object({ id: z.uuid(), replacedAt: z.string() })),
});
export type KeptArtwork = z.infer<typeof KeptArtwork>;

/** The column as it is; nothing where it holds something else. */
export function parseArtwork(json: unknown): KeptArtwork {
  const parsed = KeptArtwork.safeParse(json);
  return parsed.success ? parsed.data : { current: null, before: [] };
}

/** Name of the file of a shape in a format. */
export function pictureFile(shape: Shape, format: PictureFormat): string {
  return `${shape}.${format === "jpeg" ? "jpg" : format}`;
}

/**
 * What a shape measures when it is cut out of a picture of that size: never larger than the picture allows.
 * @param source width and height in pixels, upright
 */
export function shapeSize(shape: Shape, source: { width: number; height: number }): { width: number; height: number } {
  const full = SHAPES[shape];
  const scale = Math.min(1, source.width / full.width, source.height / full.height);
  return { width: Math.max(1, Math.round(full.width * scale)), height: Math.max(1, Math.round(full.height * scale)) };
}
