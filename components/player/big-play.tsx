import { Play } from "lucide-react";

/** The large button in the middle of a picture that stands still. */
export function BigPlay({ title, onPlay }: { title?: string; onPlay: () => void }) {
  return (
    <button
      type="button"
      aria-label="Play"
      title={title}
      onClick={onPlay}
      className="absolute top-1/2 left-1/2 flex size-14 -translate-x-1/2 -translate-y-1/2 items-center justify-center rounded-full bg-black/60 text-white hover:bg-black/75 focus-visible:outline-white"
    >
      <Play className="ml-0.5 size-6 fill-current" aria-hidden />
    </button>
  );
}
