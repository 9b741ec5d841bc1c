"use client";

import type { DragStartEvent } from "@dnd-kit/core";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ContentItem } from "@/core/content/contract";
import { instantAt } from "@/core/schedule/grid-axis";
import type { GuideBlock } from "./guide-block";
import { type Ground, type Held, type Holding, holdAt, holdBlock, holdContent } from "./held";
import type { GuideView } from "./use-guide-view";

/** What a draggable carries. */
export type DragLoad = { block: GuideBlock } | { content: ContentItem };

interface Session {
  holding: Holding;
  /** How far into the block the pointer took hold of it. */
  grabOffsetMs: number;
  x: number;
  y: number;
  isFree: boolean;
}

/** Within this distance of an edge the guide scrolls by itself. */
const EDGE_PX = 56;
const SCROLL_PX_PER_FRAME = 14;
/** The hand may leave the track by this much and still mean it. */
const SLACK_PX = 72;

/**
 * Follows the pointer while something is dragged. Positions are read from the track itself in every frame, so that
 * they stay exact while the guide scrolls under a resting pointer. Shift switches snapping off.
 */
export function useGuideDrag(view: GuideView, ground: Ground, onDrop: (held: Held) => void) {
  const [held, setHeld] = useState<Held | null>(null);
  const [dragged, setDragged] = useState<Holding | null>(null);
  const session = useRef<Session | null>(null);
  const latest = useRef({ view, ground, onDrop });
  latest.current = { view, ground, onDrop };

  const locate = useCallback((): Held | null => {
    const { view, ground } = latest.current;
    const at = session.current;
    const [track, frame] = [view.track.current, view.scroller.current];
    if (!at || !track || !frame) return null;
    const row = track.getBoundingClientRect();
    const seen = frame.getBoundingClientRect();
    const isOver =
      at.x >= seen.left && at.x <= seen.right && at.y >= row.top - SLACK_PX && at.y <= row.bottom + SLACK_PX;
    if (!isOver) return null;
    const pointedMs = instantAt(ground.axis, at.x - row.left);
    return holdAt(ground, at.holding, pointedMs - at.grabOffsetMs, at.isFree);
  }, []);

  useEffect(() => {
    if (!dragged) return;
    const move = (event: MouseEvent | TouchEvent) => {
      const at = session.current;
      const point = "touches" in event ? event.touches[0] : event;
      if (!at || !point) return;
      at.x = point.clientX;
      at.y = point.clientY;
      at.isFree = event.shiftKey;
    };
    const key = (event: KeyboardEvent) => {
      if (session.current && event.key === "Shift") session.current.isFree = event.type === "keydown";
    };
    let frame = requestAnimationFrame(function follow() {
      scrollAtEdges(latest.current.view.scroller.current, latest.current.view.track.current, session.current);
      const next = locate();
      setHeld((before) => (isSame(before, next) ? before : next));
      frame = requestAnimationFrame(follow);
    });
    window.addEventListener("mousemove", move, true);
    window.addEventListener("touchmove", move, { capture: true, passive: true });
    window.addEventListener("keydown", key, true);
    window.addEventListener("keyup", key, true);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("mousemove", move, true);
      window.removeEventListener("touchmove", move, true);
      window.removeEventListener("keydown", key, true);
      window.removeEventListener("keyup", key, true);
    };
  }, [dragged, locate]);

  const end = useCallback(
    (isDrop: boolean) => {
      const final = isDrop ? locate() : null;
      session.current = null;
      setDragged(null);
      setHeld(null);
      if (final) latest.current.onDrop(final);
    },
    [locate],
  );

  return {
    held,
    dragged,
    onDragStart: useCallback(({ active, activatorEvent }: DragStartEvent) => {
      const load = active.data.current as DragLoad;
      const holding = "block" in load ? holdBlock(load.block) : holdContent(load.content);
      const { clientX: x, clientY: y } = pointOf(activatorEvent);
      const left = latest.current.view.track.current?.getBoundingClientRect().left ?? 0;
      const grabOffsetMs = "block" in load ? instantAt(latest.current.ground.axis, x - left) - load.block.fromMs : 0;
      session.current = { holding, grabOffsetMs, x, y, isFree: false };
      setDragged(holding);
    }, []),
    onDragEnd: useCallback(() => end(true), [end]),
    onDragCancel: useCallback(() => end(false), [end]),
  };
}

function pointOf(event: Event): { clientX: number; clientY: number } {
  if ("touches" in event) return (event as TouchEvent).touches[0] ?? { clientX: 0, clientY: 0 };
  return event as MouseEvent;
}

function isSame(a: Held | null, b: Held | null): boolean {
  if (a === null || b === null) return a === b;
  return a.snap.startMs === b.snap.startMs && a.snap.to === b.snap.to && a.refusal?.why === b.refusal?.why;
}

function scrollAtEdges(frame: HTMLElement | null, track: HTMLElement | null, at: Session | null): void {
  if (!frame || !track || !at) return;
  const seen = frame.getBoundingClientRect();
  const row = track.getBoundingClientRect();
  if (at.y < row.top - SLACK_PX || at.y > row.bottom + SLACK_PX) return;
  if (at.x < seen.left || at.x > seen.right) return;
  if (at.x < seen.left + EDGE_PX) frame.scrollLeft -= SCROLL_PX_PER_FRAME;
  else if (at.x > seen.right - EDGE_PX) frame.scrollLeft += SCROLL_PX_PER_FRAME;
}
