import type { GuideCell, GuideScale } from "@/core/tv/guide-grid";
import type { TvChannel } from "@/core/tv/line-up";
import { el } from "./dom";
import { logoOf } from "./logo";
import { clockText, dayText, minutesText } from "./times";

export interface GuideTimes extends GuideScale {
  fromMs: number;
  nowMs: number;
}

export interface GuideRow {
  channel: TvChannel;
  cells: readonly GuideCell[];
  /** Its guide is there; else what is empty is only on its way. */
  isRead: boolean;
  /** The cell that has the focus, if it is in this row. */
  focused: GuideCell | null;
}

/** Narrower than this there is no room for a title, and hardly for an edge. */
const TITLE_SHARE = 0.06;

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}

function emptyWord(isRead: boolean): string {
  return isRead ? "Not announced" : "Loading …";
}

/** The times along the upper edge. */
export function axisCells({ fromMs, nowMs, spanMs, tickMs }: GuideTimes): HTMLElement[] {
  const cells = [el("span", "axis-day", dayText(fromMs, nowMs))];
  for (let atMs = fromMs; atMs < fromMs + spanMs; atMs += tickMs) cells.push(el("span", "axis-time", clockText(atMs)));
  return cells;
}

/** A channel and its programmes. */
export function rowOf(line: GuideRow, times: GuideTimes): HTMLElement {
  const { channel, cells, focused } = line;
  const { number, name, isDraft } = channel;
  const head = el(
    "div",
    "guide-channel",
    el("span", "guide-number", String(number)),
    logoOf(channel),
    el("span", isDraft ? "guide-label is-draft" : "guide-label", el("span", "guide-name", name)),
  );
  head.setAttribute("role", "rowheader");
  const track = el("div", "guide-track");
  track.setAttribute("role", "presentation");
  for (const cell of cells) track.appendChild(cellOf(line, cell, times));
  const row = el("div", focused ? "guide-row has-focus" : "guide-row", head, track);
  row.setAttribute("role", "row");
  return row;
}

function cellOf({ channel, isRead, focused }: GuideRow, cell: GuideCell, { fromMs, nowMs, spanMs }: GuideTimes) {
  const left = Math.max(0, (cell.startsAtMs - fromMs) / spanMs);
  const right = Math.min(1, (cell.endsAtMs - fromMs) / spanMs);
  const title = cell.programme ? cell.programme.title : emptyWord(isRead);
  const isNarrow = right - left < TITLE_SHARE;
  const inner = el("span", "cell-inner", isNarrow ? "" : el("span", "cell-title", title));
  const element = el("div", "cell", inner);
  const isOn = cell.startsAtMs <= nowMs && cell.endsAtMs > nowMs;
  element.classList.toggle("is-on", isOn);
  element.classList.toggle("is-empty", cell.programme === null);
  element.classList.toggle("began-earlier", cell.startsAtMs < fromMs);
  element.classList.toggle("is-narrow", isNarrow);
  element.classList.toggle("is-focused", focused !== null && focused.startsAtMs === cell.startsAtMs);
  element.style.left = percent(left);
  element.style.width = percent(right - left);
  element.tabIndex = -1;
  element.setAttribute("role", "gridcell");
  const times = `${clockText(cell.startsAtMs)} to ${clockText(cell.endsAtMs)}`;
  element.setAttribute("aria-label", `${channel.number} ${channel.name}, ${title}, ${times}`);
  return element;
}

/** What is known of the focused programme, above the grid. */
export function focusedText({ channel, isRead, focused: cell }: GuideRow, nowMs: number): HTMLElement[] {
  const programme = cell?.programme;
  const place = `${channel.number}  ${channel.name}`;
  const head = el("p", channel.isDraft ? "focused-channel is-draft" : "focused-channel", place);
  if (!cell || !programme) {
    const text = channel.isDraft ? "Only you see this channel: it is not on the air." : channel.description;
    return [head, el("h1", "focused-title", emptyWord(isRead)), el("p", "focused-text", text)];
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
    line.style.height = `${rowCount * 4}rem`;
  };
  return Object.assign(line, { place });
}
