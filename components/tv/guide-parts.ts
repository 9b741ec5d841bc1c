import { type GuideCell, HALF_HOUR_MS } from "@/core/tv/guide-grid";
import type { TvChannel } from "@/core/tv/line-up";
import { el } from "./dom";
import { logoOf } from "./logo";
import { clockText, dayText, minutesText } from "./times";

export interface GuideTimes {
  fromMs: number;
  toMs: number;
  nowMs: number;
}

/** Narrower than this there is no room for a title. */
const TITLE_SHARE = 0.045;

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}

/** The times along the upper edge. */
export function axisCells({ fromMs, toMs, nowMs }: GuideTimes): HTMLElement[] {
  const cells = [el("span", "axis-day", dayText(fromMs, nowMs))];
  for (let atMs = fromMs; atMs < toMs; atMs += HALF_HOUR_MS) cells.push(el("span", "axis-time", clockText(atMs)));
  return cells;
}

/** A channel and its programmes. */
export function rowOf(channel: TvChannel, cells: GuideCell[], times: GuideTimes, focused: GuideCell | null) {
  const { number, name, isDraft } = channel;
  const head = el(
    "div",
    "guide-channel",
    el("span", "guide-number", String(number)),
    logoOf(channel),
    el("span", isDraft ? "guide-name is-draft" : "guide-name", name),
  );
  head.setAttribute("role", "rowheader");
  const track = el("div", "guide-track");
  track.setAttribute("role", "presentation");
  for (const cell of cells) track.appendChild(cellOf(channel, cell, times, isSame(cell, focused)));
  const row = el("div", focused ? "guide-row has-focus" : "guide-row", head, track);
  row.setAttribute("role", "row");
  return row;
}

function isSame(cell: GuideCell, focused: GuideCell | null): boolean {
  return focused !== null && cell.startsAtMs === focused.startsAtMs;
}

function cellOf(channel: TvChannel, cell: GuideCell, { fromMs, toMs, nowMs }: GuideTimes, isFocused: boolean) {
  const spanMs = toMs - fromMs;
  const left = Math.max(0, (cell.startsAtMs - fromMs) / spanMs);
  const right = Math.min(1, (cell.endsAtMs - fromMs) / spanMs);
  const title = cell.programme ? cell.programme.title : "Not announced";
  const inner = el("span", "cell-inner", right - left >= TITLE_SHARE ? el("span", "cell-title", title) : "");
  const element = el("div", "cell", inner);
  const isOn = cell.startsAtMs <= nowMs && cell.endsAtMs > nowMs;
  element.classList.toggle("is-on", isOn);
  element.classList.toggle("is-empty", cell.programme === null);
  element.classList.toggle("began-earlier", cell.startsAtMs < fromMs);
  element.classList.toggle("is-focused", isFocused);
  element.style.left = percent(left);
  element.style.width = percent(right - left);
  element.tabIndex = -1;
  element.setAttribute("role", "gridcell");
  const times = `${clockText(cell.startsAtMs)} to ${clockText(cell.endsAtMs)}`;
  element.setAttribute("aria-label", `${channel.number} ${channel.name}, ${title}, ${times}`);
  return element;
}

/** What is known of the focused programme, above the grid. */
export function focusedText(channel: TvChannel, cell: GuideCell | null, nowMs: number): HTMLElement[] {
  const programme = cell?.programme;
  const place = `${channel.number}  ${channel.name}`;
  const head = el("p", channel.isDraft ? "focused-channel is-draft" : "focused-channel", place);
  if (!cell || !programme) {
    const text = channel.isDraft ? "Only you see this channel: it is not on the air." : channel.description;
    return [head, el("h1", "focused-title", "Not announced"), el("p", "focused-text", text)];
  }
  const isOn = cell.startsAtMs <= nowMs;
  const day = dayText(cell.startsAtMs, nowMs);
  const times = `${clockText(cell.startsAtMs)} – ${clockText(cell.endsAtMs)}`;
  const meta = [
    isOn || day === "Today" ? times : `${day}, ${times}`,
    isOn ? `${minutesText(cell.endsAtMs - nowMs)} left` : minutesText(cell.endsAtMs - cell.startsAtMs),
    programme.subtitle,
  ];
  return [
    head,
    el("h1", "focused-title", programme.title),
    el("p", "focused-meta", meta.filter(Boolean).join("  ·  ")),
    el("p", "focused-text", programme.description),
  ];
}

export interface NowLine extends HTMLDivElement {
  /** @param share of the time that is shown, from its left end */
  place(share: number, rowCount: number): void;
}

/** The line through all rows at this moment. */
export function nowLine(): NowLine {
  const mark = el("div", "now-mark");
  const line = el("div", "now-line", mark);
  line.setAttribute("aria-hidden", "true");
  const place = (share: number, rowCount: number) => {
    mark.style.left = percent(share);
    line.style.height = `${rowCount * 3.75}rem`;
  };
  return Object.assign(line, { place });
}
