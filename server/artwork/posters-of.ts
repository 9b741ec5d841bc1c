import { PICTURE_FORMATS, parseArtwork, pictureFile, SHAPE_NAMES, type ShapeSizes } from "@/core/content/artwork";
import type { ContentItem, Picture } from "@/core/content/contract";
import { type Pictures, parsePictures } from "@/core/content/pictures";
import { mediaUrl } from "../public-url";
import { artworkPrefix, encodingPrefix } from "../storage/keys";

/** What a row must hold of an item, so that its pictures can be named. */
export interface PicturedRow {
  id: string;
  encodingId: string | null;
  artwork: unknown;
  /** `pictures` of the encoding that plays. */
  pictures: unknown;
}

type Posters = ContentItem["posters"];

/** The pictures of an item by shape: the artwork that was chosen, else the frame of its encoding. */
export function postersOf(row: PicturedRow): Posters {
  const { current } = parseArtwork(row.artwork);
  if (current) return shapesIn(artworkPrefix(row.id, current.id), current.shapes);
  const pictures = parsePictures(row.pictures);
  if (!row.encodingId) return shapesIn("", null);
  const folder = encodingPrefix(row.id, row.encodingId);
  return pictures.shapes ? shapesIn(folder, pictures.shapes) : framesIn(folder, pictures);
}

/** Address of the picture that stands for an item in a guide; null where it has none. */
export function posterUrlOf(row: PicturedRow): string | null {
  const { landscape, portrait, square } = postersOf(row);
  return (landscape ?? portrait ?? square)?.url ?? null;
}

function shapesIn(folder: string, shapes: ShapeSizes | null): Posters {
  const entries = SHAPE_NAMES.map((shape) => {
    if (!shapes) return [shape, null] as const;
    const formats = Object.fromEntries(
      PICTURE_FORMATS.map((format) => [format, mediaUrl(folder + pictureFile(shape, format))]),
    );
    const picture: Picture = { url: mediaUrl(folder + pictureFile(shape, "jpeg")), ...shapes[shape], formats };
    return [shape, picture] as const;
  });
  return Object.fromEntries(entries) as Posters;
}

/** Encodings made before all shapes were: the poster frame takes the place that fits its form. */
function framesIn(folder: string, pictures: Pictures): Posters {
  const poster = frameIn(folder, pictures.poster);
  const form = !poster || poster.width > poster.height ? "landscape" : "portrait";
  return {
    ...shapesIn("", null),
    [poster && poster.width === poster.height ? "square" : form]: poster,
    thumbnail: frameIn(folder, pictures.thumbnail),
  };
}

function frameIn(folder: string, picture: Pictures["poster"]): Picture | null {
  if (!picture) return null;
  const url = mediaUrl(folder + picture.file);
  return { url, width: picture.width, height: picture.height, formats: { jpeg: url } };
}
