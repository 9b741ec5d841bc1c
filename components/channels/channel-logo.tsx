import type { Channel } from "@/core/channels/contract";
import { cn } from "../ui/cn";

/** The channel's logo, or its first letter where it has none. */
export function ChannelLogo({
  channel,
  className,
}: {
  channel: Pick<Channel, "name" | "logoUrl">;
  className?: string;
}) {
  return (
    <span
      className={cn(
        "flex size-11 shrink-0 items-center justify-center overflow-hidden rounded-md bg-sunken font-semibold text-lg text-muted",
        className,
      )}
      aria-hidden
    >
      {channel.logoUrl ? (
        // biome-ignore lint/performance/noImgElement: stored in the right size; a second resizer would only cost.
        <img src={channel.logoUrl} alt="" className="size-full object-contain" />
      ) : (
        [...channel.name][0]?.toUpperCase()
      )}
    </span>
  );
}
