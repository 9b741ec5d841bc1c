import {
  cellAt,
  cellsBetween,
  firstRowShown,
  GUIDE_SPAN_MS,
  type GuideCell,
  type GuideFocus,
  halfHourOf,
  keptUp,
  movedSideways,
  movedToRow,
} from "@/core/tv/guide-grid";
import type { RemoteKey } from "@/core/tv/keys";
import type { TvChannel } from "@/core/tv/line-up";
import { el, replaceChildren, setShown } from "./dom";
import { axisCells, focusedText, nowLine, rowOf } from "./guide-parts";
import type { GuideStore } from "./guide-store";
import { clockText } from "./times";

const ROWS_SHOWN = 6;
/** Held keys move over many rows; what is passed is not asked for. */
const LOAD_AFTER_MS = 150;

/** The guide over the picture: a row for each channel, time runs to the right. Only what is seen is in the document. */
export class GuideView {
  private readonly focused = el("div", "guide-focused");
  private readonly clock = el("p", "guide-clock");
  private readonly axis = el("div", "guide-axis");
  private readonly rows = el("div", "guide-rows");
  private readonly line = nowLine();
  readonly element = el(
    "section",
    "guide",
    el("div", "guide-head", this.focused, this.clock),
    this.axis,
    el("div", "guide-body", this.rows, this.line),
  );
  private channels: readonly TvChannel[] = [];
  private focus: GuideFocus = { row: 0, atMs: 0, fromMs: 0 };
  private firstRow = 0;
  private isOpen = false;
  private loading: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly guides: GuideStore) {
    this.element.setAttribute("aria-label", "Guide");
    this.rows.setAttribute("role", "grid");
    this.rows.setAttribute("aria-label", "Programmes by channel and time");
    this.axis.setAttribute("aria-hidden", "true");
    setShown(this.element, false);
  }

  open(channels: readonly TvChannel[], current: TvChannel | null, nowMs: number): void {
    this.channels = channels;
    this.isOpen = true;
    this.focus = { row: 0, atMs: nowMs, fromMs: halfHourOf(nowMs) };
    this.firstRow = 0;
    setShown(this.element, true);
    this.goTo(current, nowMs);
  }

  close(): void {
    this.isOpen = false;
    clearTimeout(this.loading);
    setShown(this.element, false);
    replaceChildren(this.rows, []);
    replaceChildren(this.axis, []);
    this.channels = [];
  }

  /** The line-up was read again. */
  setChannels(channels: readonly TvChannel[], nowMs: number): void {
    const focused = this.channels[this.focus.row];
    this.channels = channels;
    if (this.isOpen) this.goTo(focused ?? null, nowMs);
  }

  /** Focuses the row of a channel. */
  goTo(channel: TvChannel | null, nowMs: number): void {
    const row = channel ? this.channels.findIndex(({ id }) => id === channel.id) : 0;
    this.focus = { ...this.focus, row: Math.max(0, row) };
    this.render(nowMs);
  }

  /** Answers the channel that was chosen, "closed", or null when the guide goes on. */
  key(key: RemoteKey, nowMs: number): TvChannel | "closed" | null {
    if (key === "back" || key === "guide") return "closed";
    if (key === "ok") return this.channels[this.focus.row] ?? null;
    const { focus } = this;
    const count = this.channels.length;
    if (key === "up") this.focus = movedToRow(focus, -1, count, nowMs);
    else if (key === "down") this.focus = movedToRow(focus, 1, count, nowMs);
    else if (key === "channelUp") this.focus = movedToRow(focus, -ROWS_SHOWN, count, nowMs);
    else if (key === "channelDown") this.focus = movedToRow(focus, ROWS_SHOWN, count, nowMs);
    else if (key === "left") this.focus = movedSideways(focus, this.focusedCell(), -1, nowMs);
    else if (key === "right") this.focus = movedSideways(focus, this.focusedCell(), 1, nowMs);
    else return null;
    this.render(nowMs);
    return null;
  }

  /** Called when more is known, and as time goes on. */
  update(nowMs: number): void {
    if (this.isOpen) this.render(nowMs);
  }

  private cellsOf(channel: TvChannel): GuideCell[] {
    const { fromMs, atMs } = this.focus;
    // What is focused may have begun long before the view.
    const known = this.guides.known(channel, Math.min(fromMs, atMs), fromMs + GUIDE_SPAN_MS);
    return cellsBetween(known, fromMs, fromMs + GUIDE_SPAN_MS);
  }

  private focusedCell(): GuideCell | null {
    const channel = this.channels[this.focus.row];
    return channel ? cellAt(this.cellsOf(channel), this.focus.atMs) : null;
  }

  private render(nowMs: number): void {
    this.focus = keptUp(this.focus, nowMs);
    const { row, fromMs } = this.focus;
    this.firstRow = firstRowShown(row, this.firstRow, ROWS_SHOWN, this.channels.length);
    const shown = this.channels.slice(this.firstRow, this.firstRow + ROWS_SHOWN);
    const cell = this.focusedCell();
    const channel = this.channels[row];
    const span = { fromMs, toMs: fromMs + GUIDE_SPAN_MS, nowMs };
    const rows = shown.map((each, at) => {
      const isFocused = this.firstRow + at === row;
      return rowOf(each, this.cellsOf(each), span, isFocused ? cell : null);
    });
    replaceChildren(this.axis, axisCells(span));
    replaceChildren(this.rows, rows);
    replaceChildren(this.focused, channel ? focusedText(channel, cell, nowMs) : []);
    this.clock.textContent = clockText(nowMs);
    const share = (nowMs - fromMs) / GUIDE_SPAN_MS;
    this.line.style.display = share >= 0 && share < 1 && shown.length > 0 ? "block" : "none";
    this.line.place(share, shown.length);
    this.rows.querySelector<HTMLElement>(".is-focused")?.focus();
    this.loadSoon(shown, fromMs);
  }

  private loadSoon(shown: readonly TvChannel[], fromMs: number): void {
    clearTimeout(this.loading);
    this.loading = setTimeout(() => {
      for (const channel of shown) this.guides.want(channel, fromMs, fromMs + GUIDE_SPAN_MS);
    }, LOAD_AFTER_MS);
  }
}
