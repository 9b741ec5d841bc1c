"use client";

import { CircleCheck, RadioTower, ShieldCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Channel } from "@/core/channels/contract";
import { counted, outcomeText } from "@/core/hls-check/report-text";
import type { Outcome, Progress } from "@/core/hls-check/watch-stream";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Progress as ProgressBar } from "../ui/progress";
import { StreamFindings } from "./stream-findings";
import { CHECK_SECONDS, useStreamCheck } from "./use-stream-check";

/** Watches the channel's own stream from this page, as a player would, and says what breaks the rules of HLS. */
export function StreamCheck({ channel }: { channel: Channel }) {
  const { state, start, stop } = useStreamCheck(channel.hlsUrl);
  if (channel.status === "draft" && state.kind !== "done") {
    return (
      <EmptyState icon={<RadioTower aria-hidden />} title="Nothing to check yet">
        <p>The channel is not published, so it has no stream. Publish it, and check here what viewers get.</p>
      </EmptyState>
    );
  }
  const isRunning = state.kind === "running";
  return (
    <section aria-labelledby="stream-check" className="flex max-w-3xl flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h2 id="stream-check" className="font-semibold">
            Stream check
          </h2>
          <p className="mt-1 text-muted">
            Reads every playlist and segment for {CHECK_SECONDS} seconds, as a player would, and holds them against the
            rules of HLS.
          </p>
        </div>
        {isRunning ? (
          <Button onClick={stop}>Stop</Button>
        ) : (
          <Button tone={state.kind === "idle" ? "primary" : "plain"} icon={<ShieldCheck aria-hidden />} onClick={start}>
            {state.kind === "idle" ? "Check the stream" : "Check again"}
          </Button>
        )}
      </div>
      {isRunning && <Running progress={state.progress} />}
      <div aria-live="polite">
        {state.kind === "done" && (
          <Report url={channel.hlsUrl} outcome={state.outcome} stoppedEarly={state.stoppedEarly} />
        )}
      </div>
    </section>
  );
}

function Running({ progress }: { progress: Progress | null }) {
  const seconds = Math.min(CHECK_SECONDS, Math.round((progress?.elapsedMs ?? 0) / 1000));
  return (
    <div className="flex flex-col gap-2">
      <ProgressBar label="How far the check is" percent={progress && (seconds / CHECK_SECONDS) * 100} />
      <p className="times text-muted text-sm">
        {progress
          ? `${seconds} of ${CHECK_SECONDS} s, ${progress.playlistsRead} playlists, ${progress.segmentsChecked} segments`
          : "Reading the master playlist …"}
      </p>
      {progress && progress.findings.length > 0 && <StreamFindings findings={progress.findings} />}
    </div>
  );
}

function Report({ url, outcome, stoppedEarly }: { url: string; outcome: Outcome; stoppedEarly: boolean }) {
  if (outcome.kind !== "checked") {
    return (
      <Verdict icon={<TriangleAlert className="text-danger" aria-hidden />} title="The stream could not be checked">
        {outcomeText(url, outcome)}
      </Verdict>
    );
  }
  const { findings, renditions, playlistsRead, segmentsChecked, elapsedMs } = outcome;
  const watched = `${renditions.length} renditions, ${playlistsRead} playlists and ${segmentsChecked} segments in ${Math.round(elapsedMs / 1000)} s.`;
  const notes = [
    ...(stoppedEarly ? ["It was stopped early."] : []),
    ...(outcome.leftAir ? ["The channel left the air meanwhile."] : []),
  ].join(" ");
  if (findings.length === 0) {
    return (
      <Verdict icon={<CircleCheck className="text-ok" aria-hidden />} title="Nothing found">
        {watched} {notes}
      </Verdict>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <Verdict icon={<TriangleAlert className="text-warn" aria-hidden />} title={`Found: ${counted(findings)}`}>
        {watched} {notes}
      </Verdict>
      <StreamFindings findings={findings} />
    </div>
  );
}

function Verdict({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <div className="flex gap-3 rounded-md bg-sunken px-4 py-3 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0">
      {icon}
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        <p className="wrap-anywhere text-muted text-sm">{children}</p>
      </div>
    </div>
  );
}
