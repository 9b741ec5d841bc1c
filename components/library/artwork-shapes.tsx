import { Film } from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { ContentDetail, Picture } from "@/core/content/contract";

const SHAPES = [
  { shape: "landscape", label: "Landscape", use: "players and guides", className: "col-span-6 aspect-video" },
  { shape: "portrait", label: "Portrait", use: "posters", className: "col-span-2 aspect-[2/3]" },
  { shape: "square", label: "Square", use: "phones", className: "col-span-2 aspect-square" },
  { shape: "thumbnail", label: "Thumbnail", use: "lists", className: "col-span-2 aspect-video" },
  { shape: "banner", label: "Banner", use: "heads of pages", className: "col-span-6 aspect-[3/1]" },
] as const;

/** Every shape of an item's artwork, as screens show it, with its size and a link to each format. */
export function ArtworkShapes({ item }: { item: ContentDetail }) {
  return (
    <ul className="grid grid-cols-6 items-end gap-x-3 gap-y-4" aria-label="Shapes">
      {SHAPES.map(({ shape, label, use, className }) => {
        const [span = "", aspect = ""] = className.split(" ");
        return (
          <li key={shape} className={span} data-shape={shape}>
            <ShapePicture picture={item.posters[shape]} label={`${label} of ${item.title}`} aspect={aspect} />
            <p className="mt-1 truncate font-medium text-sm">{label}</p>
            <p className="times truncate text-muted text-xs" title={`For ${use}`}>
              {sizeOf(item.posters[shape])}
            </p>
            <Formats picture={item.posters[shape]} label={label} />
          </li>
        );
      })}
    </ul>
  );
}

function ShapePicture({ picture, label, aspect }: { picture: Picture | null; label: string; aspect: string }) {
  return (
    <span
      className={cn(
        "flex w-full items-center justify-center overflow-hidden rounded-sm bg-sunken text-faint inset-ring inset-ring-border",
        aspect,
      )}
    >
      {picture ? (
        <picture className="contents">
          {picture.formats.avif && <source type="image/avif" srcSet={picture.formats.avif} />}
          {picture.formats.webp && <source type="image/webp" srcSet={picture.formats.webp} />}
          <img src={picture.url} alt={label} loading="lazy" className="size-full object-cover" />
        </picture>
      ) : (
        <Film className="size-4" aria-hidden />
      )}
    </span>
  );
}

function sizeOf(picture: Picture | null): string {
  return picture ? `${picture.width} × ${picture.height}` : "None";
}

function Formats({ picture, label }: { picture: Picture | null; label: string }) {
  const formats = Object.entries(picture?.formats ?? {});
  if (formats.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-2 text-xs">
      {formats.map(([format, url]) => (
        <a
          key={format}
          href={url}
          target="_blank"
          rel="noreferrer"
          aria-label={`${label} as ${format.toUpperCase()}`}
          className="rounded-sm text-muted underline underline-offset-2 hover:text-text"
        >
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}
