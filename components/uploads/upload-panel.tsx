"use client";

import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useEffect, useId, useState, useSyncExternalStore } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Progress } from "@/components/ui/progress";
import { timeLeft } from "./speed";
import { isMoving, totalsOf, type UploadEntry } from "./upload-entry";
import type { UploadQueue } from "./upload-queue";
import { UploadRow } from "./upload-row";

const NONE: readonly UploadEntry[] = [];

/** What is being uploaded, in the corner of every page. Nothing while there is nothing to tell. */
export function UploadPanel({ queue, onChoose }: { queue: UploadQueue; onChoose: () => void }) {
  const entries = useSyncExternalStore(queue.subscribe, queue.snapshot, () => NONE);
  const [folded, setFolded] = useState(false);
  const listId = useId();
  const moving = entries.some(isMoving);

  useEffect(() => {
    if (!moving) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [moving]);

  if (entries.length === 0) return null;
  const totals = totalsOf(entries);
  const title = headline(entries);
  const left = timeLeft(totals.sizeBytes - totals.sentBytes, totals.bytesPerSecond);

  return (
    <section
      aria-label="Uploads"
      className="fixed right-0 bottom-16 left-0 z-20 animate-enter overflow-hidden border-border border-t bg-raised shadow-raised md:right-4 md:bottom-4 md:left-auto md:w-96 md:rounded-lg md:border"
    >
      <header className="flex h-11 items-center gap-1 pr-1.5 pl-3.5">
        <h2 className="times min-w-0 flex-1 truncate font-semibold" aria-live="polite">
          {title}
          {moving && left && <span className="ml-2 font-normal text-muted">{left}</span>}
        </h2>
        <IconButton
          size="sm"
          label={folded ? "Show the uploads" : "Fold the uploads away"}
          aria-expanded={!folded}
          aria-controls={listId}
          onClick={() => setFolded(!folded)}
        >
          {folded ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
        </IconButton>
        {totals.done === entries.length && (
          <IconButton size="sm" label="Close" onClick={queue.clearFinished}>
            <X aria-hidden />
          </IconButton>
        )}
      </header>
      {moving && (
        <Progress
          label="All uploads"
          percent={(100 * totals.sentBytes) / Math.max(1, totals.sizeBytes)}
          className="h-0.5 rounded-none"
        />
      )}
      <ul
        id={listId}
        hidden={folded}
        className="max-h-[40dvh] divide-y divide-border overflow-y-auto border-border border-t"
      >
        {entries.map((entry) => (
          <UploadRow key={entry.key} entry={entry} queue={queue} onChoose={onChoose} />
        ))}
      </ul>
    </section>
  );
}

function headline(entries: readonly UploadEntry[]): string {
  const { moving, stuck, done } = totalsOf(entries);
  const count = (number: number, what: string) => `${number} ${number === 1 ? what : `${what}s`}`;
  if (moving > 0) return `Uploading ${count(moving, "file")}`;
  if (stuck > 0) return `${count(stuck, "upload")} to see to`;
  if (done === entries.length) return `${count(done, "file")} uploaded`;
  return "Uploads paused";
}
