"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarClock } from "lucide-react";
import { type FormEvent, useState } from "react";
import { later } from "@/components/ui/later";
import type { Channel } from "@/core/channels/contract";
import type { AirPreview as Preview } from "@/core/guide/preview-contract";
import { dayOf, instantOn, parseTimeOfDay } from "@/core/schedule/grid-day";
import { clockText, dayText, runtimeText } from "@/core/schedule/grid-text";
import { api } from "../api/client";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { ErrorState } from "../ui/error-state";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Skeleton } from "../ui/skeleton";

const HlsPlayer = later(() => import("../player/hls-player").then((module) => module.HlsPlayer), {
  waiting: <Skeleton className="aspect-video w-full" />,
});

/** Opens the preview of any second of the next fourteen days. */
export function AirPreviewButton({ channel }: { channel: Channel }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<CalendarClock aria-hidden />} onClick={() => setOpen(true)}>
        Watch what will be on air at…
      </Button>
      {isOpen && <AirPreviewDialog channel={channel} onClose={() => setOpen(false)} />}
    </>
  );
}

interface AirPreviewDialogProps {
  channel: Channel;
  /** Shown at once; without it the form asks. */
  atMs?: number;
  onClose: () => void;
}

export function AirPreviewDialog({ channel, atMs: givenMs, onClose }: AirPreviewDialogProps) {
  const { timezone } = channel;
  const [firstMs] = useState(() => givenMs ?? Date.now() + 3_600_000);
  const [day, setDay] = useState(() => dayOf(firstMs, timezone));
  const [time, setTime] = useState(() => clockText(firstMs, timezone, givenMs === undefined ? "minutes" : "seconds"));
  const [atMs, setAtMs] = useState<number | null>(givenMs ?? null);
  const show = (event: FormEvent) => {
    event.preventDefault();
    const timeOfDayMs = parseTimeOfDay(time);
    if (day && timeOfDayMs !== null) setAtMs(instantOn(day, timeOfDayMs, timezone));
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title="Watch what will be on air"
      description={`Up to 14 days ahead, in the time of ${timezone.replaceAll("_", " ")}: what airs if nobody changes the schedule.`}
    >
      <form onSubmit={show} className="flex flex-wrap items-end gap-3 pb-4">
        <Field label="Day" className="w-38">
          <Input type="date" required value={day} onChange={(event) => setDay(event.target.value)} />
        </Field>
        <Field label="Time" className="w-42">
          <Input type="time" step={1} required value={time} onChange={(event) => setTime(event.target.value)} />
        </Field>
        <Button type="submit" tone="primary">
          Show
        </Button>
      </form>
      {atMs !== null && <OnAirAt channel={channel} atMs={atMs} />}
    </Dialog>
  );
}

function OnAirAt({ channel, atMs }: { channel: Channel; atMs: number }) {
  const at = new Date(atMs).toISOString();
  const query = useQuery({
    queryKey: ["air-preview", channel.id, at],
    queryFn: ({ signal }) => api.get<Preview>(`/v1/creator/channels/${channel.id}/preview`, { at }, { signal }),
    gcTime: 0, // an edit of the schedule may change the answer
  });
  if (query.isPending) return <Skeleton className="aspect-video w-full" />;
  if (query.isError) {
    return (
      <ErrorState
        title="That time cannot be shown"
        error={query.error}
        onRetry={() => query.refetch()}
        retrying={query.isFetching}
        className="py-8"
      />
    );
  }
  const { airing, isDecided } = query.data;
  const clock = (instant: string) => clockText(Date.parse(instant), channel.timezone);
  return (
    <div className="flex flex-col gap-3 pb-3">
      {airing?.hlsUrl ? (
        <HlsPlayer
          key={at}
          src={airing.hlsUrl}
          title={`${airing.title}, as it will be on air`}
          startSeconds={airing.offsetSeconds}
          autoPlay
        />
      ) : (
        <Standstill airing={airing} />
      )}
      <p role="status">
        <span className="font-medium">{airing ? airing.title : "Off the air"}</span>
        <span className="times text-muted">
          {" "}
          {dayText(dayOf(atMs, channel.timezone), "short")}, {clockText(atMs, channel.timezone)}
          {airing && `, on air ${clock(airing.startsAt)}–${clock(airing.endsAt)}`}
          {airing?.hlsUrl && `, ${runtimeText(airing.offsetSeconds * 1000)} into the item`}
        </span>
      </p>
      <p className="text-muted text-sm">
        {isDecided ? "This is decided and will not change any more." : "An edit of the schedule may still change this."}
      </p>
    </div>
  );
}

/** What has no picture to play: the slate, an item that was removed, a channel off the air. */
function Standstill({ airing }: { airing: Preview["airing"] }) {
  const [title, text] = !airing
    ? ["Off the air", "The channel plays nothing at that time."]
    : airing.kind === "slate"
      ? ["The slate", "Nothing is scheduled and there is no filler, so viewers see “be right back”."]
      : [airing.title, "This item was removed since, so it cannot be played."];
  return (
    <div className="flex aspect-video w-full flex-col items-center justify-center gap-1 rounded-md bg-sunken px-6 text-center">
      <p className="font-semibold text-lg">{title}</p>
      <p className="max-w-sm text-muted">{text}</p>
    </div>
  );
}
