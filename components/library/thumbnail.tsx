import { Film } from "lucide-react";
import { cn } from "@/components/ui/cn";

/** The item's picture, or a quiet frame until there is one. Decorative: the title stands beside it. */
export function Thumbnail({ url, className }: { url: string | null; className?: string }) {
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
      ) : (
        <Film className="size-4" aria-hidden />
      )}
    </span>
  );
}
