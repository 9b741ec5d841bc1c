import {
  cellAt,
  cellsFrom,
  firstRowShown,
  type GuideCell,
  type GuideFocus,
  type GuideScale,
  keptUp,
  movedSideways,
  movedToRow,
  scaleFor,
  tickOf,
} from "@/core/tv/guide-grid";
import type { RemoteKey } from "@/core/tv/keys";
import type { TvChannel } from "@/core/tv/line-up";
import type { TvProgramme } from "@/core/tv/programme";
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
  private scale: GuideScale = scaleFor([]);
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
    this.scale = scaleFor(([] as TvProgramme[]).concat(...channels.map(({ listed }) => listed)));
    this.focus = { row: 0, atMs: nowMs, fromMs: tickOf(nowMs, this.scale) };
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
    else if (key === "left") this.focus = movedSideways(focus, this.focusedCell(), -1, nowMs, this.scale);
    else if (key === "right") this.focus = movedSideways(focus, this.focusedCell(), 1, nowMs, this.scale);
    else return null;
    this.render(nowMs);
    return null;
  }

  /** Called when more is known, and as time goes on. */
  update(nowMs: number): void {
    if (this.isOpen) this.render(nowMs);
  }

  private cellsOf(channel: TvChannel): GuideCell[] {
    const { fromMs } = this.focus;
    return cellsFrom(this.guides.known(channel, fromMs, fromMs + this.scale.spanMs), fromMs, this.scale);
  }

  private focusedCell(): GuideCell | null {
    const channel = this.channels[this.focus.row];
    return channel ? cellAt(this.cellsOf(channel), this.focus.atMs) : null;
  }

  private render(nowMs: number): void {
    this.focus = keptUp(this.focus, nowMs, this.scale);
    const { row, fromMs } = this.focus;
    this.firstRow = firstRowShown(row, this.firstRow, ROWS_SHOWN, this.channels.length);
    const shown = this.channels.slice(this.firstRow, this.firstRow + ROWS_SHOWN);
    const cell = this.focusedCell();
    const times = { fromMs, nowMs, ...this.scale };
    const lines = shown.map((channel, at) => ({
      channel,
      cells: this.cellsOf(channel),
      isRead: this.guides.isRead(channel, fromMs, fromMs + this.scale.spanMs),
      focused: this.firstRow + at === row ? cell : null,
    }));
    const focused = lines[row - this.firstRow];
    replaceChildren(this.axis, axisCells(times));
    replaceChildren(
      this.rows,
      lines.map((line) => rowOf(line, times)),
    );
    replaceChildren(this.focused, focused ? focusedText(focused, nowMs) : []);
    this.clock.textContent = clockText(nowMs);
    const share = (nowMs - fromMs) / this.scale.spanMs;
    this.line.style.display = share >= 0 && share < 1 && shown.length > 0 ? "block" : "none";
    this.line.place(share, shown.length);
    this.rows.querySelector<HTMLElement>(".is-focused")?.focus();
    this.loadSoon(shown, fromMs);
  }

  private loadSoon(shown: readonly TvChannel[], fromMs: number): void {
    clearTimeout(this.loading);
    this.loading = setTimeout(() => {
      for (const channel of shown) this.guides.want(channel, fromMs, fromMs + this.scale.spanMs);
    }, LOAD_AFTER_MS);
  }
}
