import { LoaderCircle, RotateCw, TriangleAlert, VolumeX } from "lucide-react";
import { cn } from "../ui/cn";
import { BigPlay } from "./big-play";
import type { StreamState } from "./use-hls";

interface PlayerOverlayProps {
  state: StreamState;
  isCutOff: boolean;
  isWaiting: boolean;
  isPaused: boolean;
  isSilenced: boolean;
  onPlay: () => void;
  onUnmute: () => void;
  onRetry: () => void;
}

/** What stands over the picture: waiting, a large play button, or what is wrong and what happens about it. */
export function PlayerOverlay(props: PlayerOverlayProps) {
  const { state, isCutOff, isWaiting, isPaused, isSilenced, onPlay, onUnmute, onRetry } = props;
  if (state.name === "failed") {
    return (
      <Message icon={<TriangleAlert aria-hidden />} title={state.message}>
        <button
          type="button"
          onClick={onRetry}
          className="mt-3 inline-flex h-8 items-center gap-1.5 rounded-md bg-white/15 px-3 font-medium hover:bg-white/25 focus-visible:outline-white"
        >
          <RotateCw className="size-4" aria-hidden />
          Try again
        </button>
      </Message>
    );
  }
  if (state.name === "off-air") {
    return (
      <Message title="This channel is off the air">
        <p className="mt-1 text-white/75">The picture returns by itself when it is back.</p>
      </Message>
    );
  }
  const isReconnecting = state.name === "recovering" || (isWaiting && isCutOff);
  const isBusy = isWaiting || state.name === "loading" || state.name === "recovering";
  return (
    <>
      {isBusy && (
        <div
          role="status"
          className={cn(
            "pointer-events-none absolute inset-0 flex flex-col items-center justify-center",
            isReconnecting && "bg-black/65",
          )}
        >
          <LoaderCircle className="size-9 animate-spin text-white/85" aria-hidden />
          <span className={isReconnecting ? "mt-3 text-sm text-white" : "sr-only"}>
            {isReconnecting ? "Reconnecting…" : "Loading…"}
          </span>
        </div>
      )}
      {!isBusy && isPaused && <BigPlay onPlay={onPlay} />}
      {isSilenced && !isPaused && (
        <button
          type="button"
          onClick={onUnmute}
          className="absolute top-3 left-3 inline-flex h-8 items-center gap-1.5 rounded-md bg-black/70 px-3 font-medium text-sm text-white hover:bg-black/85 focus-visible:outline-white"
        >
          <VolumeX className="size-4" aria-hidden />
          Sound on
        </button>
      )}
    </>
  );
}

function Message({ icon, title, children }: { icon?: React.ReactNode; title: string; children?: React.ReactNode }) {
  return (
    <div
      role="status"
      className="absolute inset-0 flex flex-col items-center justify-center bg-black/80 px-6 text-center text-white [&>svg]:mb-3 [&>svg]:size-7"
    >
      {icon}
      <p className="font-medium text-lg">{title}</p>
      {children}
    </div>
  );
}
