import { Film, Tv } from "lucide-react";
import { cn } from "@/components/ui/cn";

interface ThumbnailProps {
  url: string | null;
  /** Of a series or season: written into the frame while there is no artwork, because no file will ever bring one. */
  seriesTitle?: string;
  className?: string;
}

/** The item's picture, or a quiet frame until there is one. Decorative: the title stands beside it. */
export function Thumbnail({ url, seriesTitle, className }: ThumbnailProps) {
  return (
    <span
      className={cn(
        "flex aspect-video shrink-0 items-center justify-center overflow-hidden rounded-sm bg-sunken text-faint inset-ring inset-ring-border",
        className,
      )}
    >
      {url ? (
        // biome-ignore lint/performance/noImgElement: made in the right size by the worker; a second resizer would only cost.
        <img
          src={url}
          alt=""
          width={320}
          height={180}
          loading="lazy"
          decoding="async"
          className="size-full object-cover"
        />
      ) : seriesTitle ? (
        <span className="flex size-full flex-col justify-end gap-1 bg-linear-to-br from-accent-soft to-sunken p-2 text-accent">
          <Tv className="size-4 shrink-0" aria-hidden />
          <span className="line-clamp-2 w-full break-words font-semibold text-text text-xs leading-tight">
            {seriesTitle}
          </span>
        </span>
      ) : (
        <Film className="size-4" aria-hidden />
      )}
    </span>
  );
}
