import { Play } from "lucide-react";

interface PlayerPosterProps {
  title: string;
  poster: string | null;
  onPlay: () => void;
}

/** Stands where the player will, until somebody wants to watch: the player weighs more than the rest of the page. */
export function PlayerPoster({ title, poster, onPlay }: PlayerPosterProps) {
  return (
    <div className="relative aspect-video w-full bg-black">
      {poster && (
        // biome-ignore lint/performance/noImgElement: made in the right size by the worker; a second resizer would only cost.
        <img src={poster} alt="" className="size-full object-contain" />
      )}
      <button
        type="button"
        aria-label="Play"
        title={`Play ${title}`}
        onClick={onPlay}
        className="absolute top-1/2 left-1/2 flex size-14 -translate-x-1/2 -translate-y-1/2 items-center justify-center rounded-full bg-black/60 text-white hover:bg-black/75 focus-visible:outline-white"
      >
        <Play className="ml-0.5 size-6 fill-current" aria-hidden />
      </button>
    </div>
  );
}
