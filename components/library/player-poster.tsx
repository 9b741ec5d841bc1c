import { BigPlay } from "../player/big-play";

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
        <img src={poster} alt="" fetchPriority="high" className="size-full object-contain" />
      )}
      <BigPlay title={`Play ${title}`} onPlay={onPlay} />
    </div>
  );
}
