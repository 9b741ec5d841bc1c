import { z } from "zod";
import { ShapeSizes } from "./artwork";

/** A picture of an encoding: its file name relative to the encoding's folder, and its size in pixels. */
const PictureFile = z.object({ file: z.string(), width: z.int(), height: z.int() });

/** What stands in `encoding.pictures`. Every part may be absent: an audio-only source has no frame to show. */
export const Pictures = z.object({
  thumbnail: PictureFile.nullish(),
  poster: PictureFile.nullish(),
  storyboard: z.object({ file: z.string(), vttFile: z.string().optional() }).nullish(),
  /** The poster frame in all shapes and formats, under the names of `pictureFile`. */
  shapes: ShapeSizes.nullish(),
});
export type Pictures = z.infer<typeof Pictures>;

/** The pictures of an encoding; none where the column holds something else. */
export function parsePictures(json: unknown): Pictures {
  const parsed = Pictures.safeParse(json);
  return parsed.success ? parsed.data : {};
}
