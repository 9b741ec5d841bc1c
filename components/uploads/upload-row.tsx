import { CircleCheck, Pause, Play, RotateCw, TriangleAlert, X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { formatBytes } from "@/components/ui/format-bytes";
import { IconButton } from "@/components/ui/icon-button";
import { Progress } from "@/components/ui/progress";
import { timeLeft } from "./speed";
import type { UploadEntry } from "./upload-entry";
import type { UploadQueue } from "./upload-queue";

interface UploadRowProps {
  entry: UploadEntry;
  queue: UploadQueue;
  onChoose: () => void;
}

/** One upload: how far it is, how fast, and what can be done with it. */
export function UploadRow({ entry, queue, onChoose }: UploadRowProps) {
  const { key, name, state } = entry;
  return (
    <li className="px-3.5 py-2.5">
      <div className="flex h-7 items-center gap-0.5">
        <p className="min-w-0 flex-1 truncate font-medium" title={name}>
          {name}
        </p>
        {state === "done" && <CircleCheck className="mx-1.5 size-4 shrink-0 text-ok" aria-hidden />}
        {(state === "sending" || state === "waiting") && (
          <IconButton size="sm" label={`Pause ${name}`} onClick={() => queue.pause(key)}>
            <Pause aria-hidden />
          </IconButton>
        )}
        {state === "paused" && (
          <IconButton size="sm" label={`Go on with ${name}`} onClick={() => queue.resume(key)}>
            <Play aria-hidden />
          </IconButton>
        )}
        {state === "failed" && (
          <IconButton size="sm" label={`Try ${name} again`} onClick={() => queue.resume(key)}>
            <RotateCw aria-hidden />
          </IconButton>
        )}
        {state !== "done" && (
          <IconButton size="sm" label={`Cancel ${name}`} onClick={() => queue.cancel(key)}>
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      {state !== "done" && (
        <Progress
          label={`Upload of ${name}`}
          percent={state === "starting" ? null : (100 * entry.sentBytes) / entry.sizeBytes}
          className="mt-1"
        />
      )}
      <p className="times mt-1 text-muted text-sm">{words(entry)}</p>
      {state === "interrupted" && (
        <Button size="sm" className="mt-1.5" onClick={onChoose}>
          Choose the file again
        </Button>
      )}
    </li>
  );
}

function words(entry: UploadEntry): ReactNode {
  const amount = `${formatBytes(entry.sentBytes)} of ${formatBytes(entry.sizeBytes)}`;
  switch (entry.state) {
    case "queued":
      return `${formatBytes(entry.sizeBytes)} · next in line`;
    case "starting":
      return "Starting";
    case "sending":
      return [amount, speed(entry), timeLeft(entry.sizeBytes - entry.sentBytes, entry.bytesPerSecond)]
        .filter(Boolean)
        .join(" · ");
    case "paused":
      return `${amount} · paused`;
    case "waiting":
      return `${amount} · ${entry.message}`;
    case "failed":
      return (
        <span className="flex items-start gap-1.5 text-danger">
          <TriangleAlert className="mt-px size-4 shrink-0" aria-hidden />
          {entry.message}
        </span>
      );
    case "interrupted":
      return `${amount} are safe. Choose the same file again, and it goes on there.`;
    case "done":
      return (
        <>
          {formatBytes(entry.sizeBytes)} uploaded.{" "}
          {entry.contentItemId && (
            <Link href={`/library/${entry.contentItemId}`} className="text-accent hover:underline">
              Watch it being converted
            </Link>
          )}
        </>
      );
  }
}

function speed({ bytesPerSecond }: UploadEntry): string | null {
  return bytesPerSecond ? `${formatBytes(bytesPerSecond)}/s` : null;
}
