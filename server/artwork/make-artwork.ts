import sharp, { type Sharp } from "sharp";
import {
  PICTURE_FORMATS,
  type PictureFormat,
  pictureFile,
  SHAPE_NAMES,
  type Shape,
  type ShapeSizes,
  shapeSize,
} from "@/core/content/artwork";

/** What the shapes are cut from: decoded once, and small enough that five cuts of it fit into memory together. */
const MASTER_SIDE_PIXELS = 2400;
/** A picture that takes longer than this to read was made to. */
const MAX_SECONDS = 30;

export interface MadeArtwork {
  shapes: ShapeSizes;
  /** Bytes by file name. */
  files: Map<string, Buffer>;
}

/**
 * Cuts one picture into every shape, at the part of it that draws the eye, and encodes each in every format. Upright,
 * in sRGB, without metadata; what is see-through becomes black.
 * @param open the picture, with the caller's limits on what may be decoded
 * @throws what sharp says of a picture that it cannot read
 */
export async function makeArtwork(open: Sharp): Promise<MadeArtwork> {
  const { data, info } = await open
    .rotate()
    .resize(MASTER_SIDE_PIXELS, MASTER_SIDE_PIXELS, { fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .flatten({ background: "#000" })
    .timeout({ seconds: MAX_SECONDS })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const shapes: Partial<ShapeSizes> = {};
  const files = new Map<string, Buffer>();
  for (const shape of SHAPE_NAMES) {
    const size = shapeSize(shape, info);
    const cut = sharp(data, { raw }).resize(size.width, size.height, {
      fit: "cover",
      position: sharp.strategy.attention,
    });
    const pixels = await cut.raw().toBuffer();
    for (const format of PICTURE_FORMATS) {
      const picture = sharp(pixels, { raw: { ...size, channels: info.channels } });
      files.set(pictureFile(shape, format), await encode(picture, shape, format).toBuffer());
    }
    shapes[shape] = size;
  }
  return { shapes: shapes as ShapeSizes, files };
}

/** Qualities at which the formats look alike. AVIF at its quickest: a slower one takes seconds for 5 % of the bytes. */
function encode(picture: Sharp, shape: Shape, format: PictureFormat): Sharp {
  if (format === "avif") return picture.avif({ quality: 52, effort: 1, chromaSubsampling: "4:2:0" });
  if (format === "webp") return picture.webp({ quality: 80, effort: 3 });
  return picture.jpeg({ quality: shape === "thumbnail" ? 78 : 84, mozjpeg: true });
}
