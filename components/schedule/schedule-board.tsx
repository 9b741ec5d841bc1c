"use client";

import { CalendarCheck } from "lucide-react";
import { useCallback, useState } from "react";
import { Button } from "../ui/button";
import { later } from "../ui/later";
import { ContentBin } from "./content-bin";
import { type Asked, GuideDialogs } from "./guide-dialogs";
import { GuideFooter } from "./guide-footer";
import { GuideMoreMenu } from "./guide-more-menu";
import { GuidePane } from "./guide-pane";
import { GuideSpeech } from "./guide-speech";
import { GuideToolbar } from "./guide-toolbar";
import { LeftOutNotice } from "./left-out-notice";
import { useGuideDesk } from "./use-guide-desk";
import { type GuideSubject, useGuideFrame } from "./use-guide-frame";
import { useGuideInput } from "./use-guide-input";
import { useGuidePlacing } from "./use-guide-placing";
import { useGuideTravel } from "./use-guide-travel";
import { ZoomControl } from "./zoom-control";

/** Comes with the first press of the right button. */
const PlaceMenu = later(() => import("./place-menu").then((module) => module.PlaceMenu));

/** The guide of all channels, or of one by the week or as a list, with the content to choose from. */
export function ScheduleBoard(subject: GuideSubject) {
  const { channel, channels, today, go } = subject;
  const [asked, setAsked] = useState<Asked | null>(null);
  const frame = useGuideFrame(subject);
  const desk = useGuideDesk(subject, frame);
  const travel = useGuideTravel(subject, frame, desk);
  const input = useGuideInput(subject, frame, desk, travel, setAsked);
  const placing = useGuidePlacing(subject, frame, desk, input.gestures);
  const { day, dayName, viewName, zoom } = frame;
  const { store, state, actions, guide, zoneOf, editableFrom } = desk;
  const pick = useCallback((channelId: string) => go({ channelId }), [go]);
  const isOver = day.toMs <= Date.now();
  const fill = () => {
    const earliestMs = Math.max(editableFrom(channel.id) ?? 0, Math.ceil(Date.now() / 60_000) * 60_000);
    const stretch = { fromMs: Math.max(day.fromMs, earliestMs), toMs: day.toMs };
    setAsked({ what: "fill", channelId: channel.id, stretch });
  };
  return (
    <div
      ref={input.page}
      className="flex h-[calc(100dvh-var(--bar-height)-4rem)] min-h-112 flex-col md:h-[calc(100dvh-var(--bar-height))] lg:flex-row"
    >
      <div ref={input.board} className="flex min-h-0 min-w-0 flex-1 flex-col">
        <GuideToolbar
          channels={channels}
          channel={channel}
          day={dayName}
          today={today}
          view={viewName}
          onChannel={pick}
          onDay={travel.showDay}
          onNow={travel.showNow}
          onView={(name) => go({ view: name, zoom: null, time: null })}
          isRipple={desk.isRipple}
          onRipple={desk.toggleRipple}
          undo={{ label: state.log.done.at(-1)?.label ?? null, run: actions.undo }}
          redo={{ label: state.log.undone.at(-1)?.label ?? null, run: actions.redo }}
          actions={
            <>
              <Button icon={<CalendarCheck aria-hidden />} disabled={isOver} onClick={fill}>
                Fill<span className="max-2xl:sr-only"> gaps</span>
              </Button>
              <GuideMoreMenu channelId={channel.id} onAsk={setAsked} />
            </>
          }
        />
        <LeftOutNotice channels={channels} />
        <GuidePane
          subject={subject}
          frame={frame}
          desk={desk}
          travel={travel}
          input={input}
          line={placing.line}
          onPick={pick}
        />
        <div className="border-border border-t">
          <GuideFooter
            channel={channel}
            day={day}
            blocks={placing.line}
            store={store}
            index={guide.index}
            zoneOf={zoneOf}
            isLoading={guide.isEmptySoFar}
            error={guide.error}
            onRetry={guide.retry}
            saving={state.isStalled ? "stalled" : state.pending.length > 0 ? "saving" : "saved"}
            zoom={viewName !== "list" && <ZoomControl zoom={zoom} onZoom={travel.zoomTo} />}
          />
        </div>
      </div>
      <aside className="flex max-h-[42%] min-h-0 shrink-0 flex-col border-border border-t lg:max-h-none lg:w-72 lg:border-t-0 lg:border-l 2xl:w-88 [&>section]:min-h-0 [&>section]:flex-1">
        <ContentBin
          nextStart={placing.nextStart}
          timeZone={channel.timezone}
          onPlace={placing.placeNew}
          onGrab={placing.grabContent}
          instantOf={placing.instantOf}
        />
      </aside>
      {input.menu.place && (
        <PlaceMenu
          place={input.menu.place}
          store={store}
          zoneOf={zoneOf}
          actions={actions}
          isLocked={desk.isLocked}
          onAsk={setAsked}
          onClose={input.menu.close}
        />
      )}
      <GuideDialogs
        asked={asked}
        channels={channels}
        channel={channel}
        day={dayName}
        index={guide.index}
        pendingIds={desk.pendingIds}
        editableFrom={editableFrom}
        actions={actions}
        onAsk={setAsked}
        onDay={travel.showDay}
      />
      <GuideSpeech store={store} zoneOf={zoneOf} />
    </div>
  );
}
