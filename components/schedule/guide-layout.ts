import type { Channel } from "@/core/channels/contract";
import type { Stretch } from "@/core/schedule/gaps";
import { addDays, type DayName, dayOf, instantOn, stretchOfDay } from "@/core/schedule/grid-day";
import { overlaps } from "@/core/schedule/grid-space";
import { channelRows, type GuideRow, weekRows } from "@/core/schedule/guide-rows";
import { mondayOf } from "@/core/schedule/template-week";
import type { ViewName } from "./use-guide-address";
import type { WantedDay } from "./use-guide-blocks";

const HOUR_MS = 3_600_000;
/** The guide can be scrolled so many days back and forward before it is laid out anew around another day. */
const REACH = { back: 3, forward: 8 };

export interface GuideLayout {
  rows: GuideRow[];
  /** Time along the axis. */
  stretch: Stretch;
  nights: Stretch[];
}

/** Rows and axis of a view. */
export function layoutOf(view: ViewName, channels: readonly Channel[], channel: Channel, anchor: DayName): GuideLayout {
  const { timezone } = channel;
  if (view === "week") {
    const rows = weekRows(channel.id, mondayOf(anchor), timezone);
    const fromMs = rows[0]?.fromMs ?? 0;
    const toMs = fromMs + Math.max(...rows.map((row) => row.toMs - row.fromMs));
    return { rows, stretch: { fromMs, toMs }, nights: nightsIn({ fromMs, toMs }, timezone) };
  }
  const isList = view === "list";
  const stretch = {
    fromMs: stretchOfDay(isList ? anchor : addDays(anchor, -REACH.back), timezone).fromMs,
    toMs: stretchOfDay(isList ? anchor : addDays(anchor, REACH.forward), timezone).toMs,
  };
  const ids = isList ? [channel.id] : channels.map(({ id }) => id);
  return { rows: channelRows(ids, stretch), stretch, nights: nightsIn(stretch, timezone) };
}

/** Whether a day can be scrolled to without laying the guide out anew. */
export function isWithinReach(day: DayName, anchor: DayName): boolean {
  return day >= addDays(anchor, 1 - REACH.back) && day < addDays(anchor, REACH.forward);
}

/** From eight in the evening to six in the morning, on the clocks of a zone. */
function nightsIn(stretch: Stretch, timeZone: string): Stretch[] {
  const nights: Stretch[] = [];
  const last = dayOf(stretch.toMs, timeZone);
  for (let day = addDays(dayOf(stretch.fromMs, timeZone), -1); day <= last; day = addDays(day, 1)) {
    const fromMs = Math.max(stretch.fromMs, instantOn(day, 20 * HOUR_MS, timeZone));
    const toMs = Math.min(stretch.toMs, instantOn(addDays(day, 1), 6 * HOUR_MS, timeZone));
    if (fromMs < toMs) nights.push({ fromMs, toMs });
  }
  return nights;
}

/** The days that have to be read so that `seen` of some rows can be drawn. */
export function wantedDays(rows: readonly GuideRow[], seen: Stretch, timeZone: string): WantedDay[] {
  return rows.flatMap(({ channelId, day, fromMs, toMs }): WantedDay[] => {
    if (day !== null) return [{ channelId, day: { fromMs, toMs } }];
    const wanted: WantedDay[] = [];
    const endMs = Math.min(seen.toMs, toMs);
    for (let name = dayOf(Math.max(seen.fromMs, fromMs), timeZone); ; name = addDays(name, 1)) {
      const stretch = stretchOfDay(name, timeZone);
      if (stretch.fromMs >= endMs) return wanted;
      if (overlaps(stretch, seen)) wanted.push({ channelId, day: stretch });
    }
  });
}

/** Height of a row: the fewer there are, the more of a block can be read. */
export function rowPxOf(view: ViewName, rowCount: number): number {
  if (view === "week") return 72;
  return rowCount <= 2 ? 104 : rowCount <= 5 ? 80 : 58;
}
