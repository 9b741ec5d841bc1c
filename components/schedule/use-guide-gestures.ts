"use client";

import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useMemo, useRef } from "react";
import { caughtIn } from "@/core/schedule/move-selection";
import type { BlockEnd } from "@/core/schedule/resize-block";
import type { Held } from "./ground";
import type { GuideBlock } from "./guide-block";
import type { GroundNow, GuideStore } from "./guide-store";
import { type Grip, holdAt, holdEnd } from "./hold";
import { isAwayFromEdges, type Place, placeAt, scrollAtEdges } from "./pointer-place";
import type { GuideView } from "./use-guide-view";

type Session =
  | {
      what: "hold";
      grip: Grip;
      grabOffsetMs: number;
      row: number;
      canCopy: boolean;
      /** What comes from the bin crosses an edge on its way in: the guide must not slip away under it. */
      hasArrived: boolean;
    }
  | { what: "resize"; block: GuideBlock; end: BlockEnd; grabOffsetMs: number }
  | { what: "marquee"; row: number; offsetMs: number; added: ReadonlySet<string> };

interface Pointer {
  x: number;
  y: number;
  isFree: boolean;
  isCopy: boolean;
}

const SLOP_PX = 4;
/** A finger that rests this long takes hold; one that moves sooner scrolls. */
const TOUCH_HOLD_MS = 260;

interface GestureOptions {
  view: GuideView;
  ground: GroundNow;
  store: GuideStore;
  isLocked: (block: GuideBlock) => boolean;
  onDrop: (held: Held) => void;
  onPress: (place: Place) => void;
}

/**
 * Follows the pointer over the guide. Positions are read in every frame, so that they stay exact while the guide
 * scrolls under a resting pointer. Shift switches snapping off, Alt leaves the original where it is, Escape gives up.
 */
export function useGuideGestures(options: GestureOptions) {
  const latest = useRef(options);
  latest.current = options;
  const session = useRef<Session | null>(null);
  const pointer = useRef<Pointer>({ x: 0, y: 0, isFree: false, isCopy: false });
  const stop = useRef<() => void>(() => {});
  useEffect(() => () => stop.current(), []);

  const follow = useCallback(() => {
    const { view, ground, store } = latest.current;
    const now = session.current;
    if (!now) return;
    const at = pointer.current;
    if (now.what === "hold") now.hasArrived ||= isAwayFromEdges(view, at);
    if (now.what !== "hold" || now.hasArrived) scrollAtEdges(view, at, now.what === "hold" && now.grip.how === "place");
    const place = placeAt(view, ground.current.rows, at.x, at.y);
    if (now.what === "marquee") {
      const offsetMs = place.offsetMs;
      const marquee = {
        firstRow: Math.min(now.row, place.row),
        lastRow: Math.max(now.row, place.row),
        fromOffsetMs: Math.min(now.offsetMs, offsetMs),
        toOffsetMs: Math.max(now.offsetMs, offsetMs),
      };
      const { index, rows } = ground.current;
      const caught = caughtIn([...index.values()].flat(), rows, marquee).map(({ id }) => id);
      store.set({ marquee, selected: new Set([...now.added, ...caught]) });
    } else if (now.what === "resize") {
      setHeld(store, holdEnd(ground.current, now.block, now.end, place.atMs - now.grabOffsetMs, "pointer", at.isFree));
    } else if (!place.isOver) {
      setHeld(store, null);
    } else {
      const grip = now.canCopy && at.isCopy ? { ...now.grip, how: "copy" as const } : now.grip;
      const down = now.grip.how === "place" ? 0 : place.row - now.row;
      const lead =
        now.grip.how === "place" ? onRow(now.grip.lead, ground.current.rows[place.row]?.channelId) : grip.lead;
      const blocks = now.grip.how === "place" ? [lead] : grip.blocks;
      setHeld(store, holdAt(ground.current, { ...grip, lead, blocks }, place.atMs - now.grabOffsetMs, down, at.isFree));
    }
  }, []);

  const begin = useCallback(
    (start: Session, pointerId: number) => {
      session.current = start;
      let frame = requestAnimationFrame(function each() {
        follow();
        frame = requestAnimationFrame(each);
      });
      const move = (event: PointerEvent) => {
        if (event.pointerId !== pointerId) return;
        pointer.current = { x: event.clientX, y: event.clientY, isFree: event.shiftKey, isCopy: event.altKey };
      };
      const finish = (isDrop: boolean) => {
        if (isDrop) follow();
        const { held } = latest.current.store.state;
        const was = session.current;
        stop.current();
        if (isDrop && held && was?.what !== "marquee") latest.current.onDrop(held);
      };
      const up = (event: PointerEvent) => {
        if (event.pointerId !== pointerId) return;
        move(event);
        finish(true);
      };
      const give = (event: PointerEvent) => event.pointerId === pointerId && finish(false);
      const key = (event: KeyboardEvent) => {
        if (event.key === "Shift") pointer.current.isFree = event.type === "keydown";
        if (event.key === "Alt") {
          event.preventDefault();
          pointer.current.isCopy = event.type === "keydown";
        }
        if (event.key !== "Escape" || event.type !== "keydown") return;
        event.preventDefault();
        event.stopPropagation();
        finish(false);
      };
      const noScroll = (event: TouchEvent) => event.preventDefault();
      window.addEventListener("pointermove", move, true);
      window.addEventListener("pointerup", up, true);
      window.addEventListener("pointercancel", give, true);
      window.addEventListener("keydown", key, true);
      window.addEventListener("keyup", key, true);
      window.addEventListener("touchmove", noScroll, { passive: false });
      stop.current = () => {
        cancelAnimationFrame(frame);
        session.current = null;
        window.removeEventListener("pointermove", move, true);
        window.removeEventListener("pointerup", up, true);
        window.removeEventListener("pointercancel", give, true);
        window.removeEventListener("keydown", key, true);
        window.removeEventListener("keyup", key, true);
        window.removeEventListener("touchmove", noScroll);
        latest.current.store.set({ held: null, marquee: null });
        stop.current = () => {};
      };
      latest.current.store.set({ refusal: null });
    },
    [follow],
  );

  /** Waits until the hand means it: a little way with the mouse, a moment with a finger. */
  const arm = useCallback(
    (event: ReactPointerEvent, ready: () => Session | null, onClick?: () => void) => {
      if (event.button !== 0) return;
      const { pointerId, clientX, clientY, pointerType } = event;
      pointer.current = { x: clientX, y: clientY, isFree: event.shiftKey, isCopy: event.altKey };
      let timer: ReturnType<typeof setTimeout> | undefined;
      const disarm = () => {
        clearTimeout(timer);
        window.removeEventListener("pointermove", move, true);
        window.removeEventListener("pointerup", up, true);
        window.removeEventListener("pointercancel", disarm, true);
      };
      const start = () => {
        disarm();
        const session = ready();
        if (session) begin(session, pointerId);
      };
      const move = (moved: PointerEvent) => {
        if (moved.pointerId !== pointerId) return;
        if (Math.hypot(moved.clientX - clientX, moved.clientY - clientY) < SLOP_PX) return;
        if (pointerType === "touch") return disarm();
        pointer.current = { x: moved.clientX, y: moved.clientY, isFree: moved.shiftKey, isCopy: moved.altKey };
        start();
      };
      const up = (lifted: PointerEvent) => {
        if (lifted.pointerId !== pointerId) return;
        disarm();
        onClick?.();
      };
      window.addEventListener("pointermove", move, true);
      window.addEventListener("pointerup", up, true);
      window.addEventListener("pointercancel", disarm, true);
      if (pointerType === "touch") timer = setTimeout(start, TOUCH_HOLD_MS);
    },
    [begin],
  );

  /** Takes hold of a block, with everything that is chosen if it is among that. */
  const pressBlock = useCallback(
    (event: ReactPointerEvent, block: GuideBlock, end: BlockEnd | null, onClick: () => void) => {
      const { view, ground } = latest.current;
      const place = placeAt(view, ground.current.rows, event.clientX, event.clientY);
      arm(
        event,
        () => {
          const { store, isLocked } = latest.current;
          if (end) {
            if (end === "start" && isLocked(block)) return null;
            return {
              what: "resize",
              block,
              end,
              grabOffsetMs: place.atMs - (end === "end" ? block.toMs : block.fromMs),
            };
          }
          const { selected } = store.state;
          const all = [...ground.current.index.values()].flat().filter(({ id }) => selected.has(id));
          const blocks = (selected.has(block.id) ? all : [block]).filter((one) => !isLocked(one));
          if (!selected.has(block.id)) store.set({ selected: new Set([block.id]), focusedId: block.id });
          const isFixed = isLocked(block);
          const grip = {
            how: isFixed ? ("copy" as const) : ("move" as const),
            lead: block,
            blocks: isFixed ? [block] : blocks,
          };
          return {
            what: "hold",
            grip,
            grabOffsetMs: place.atMs - block.fromMs,
            row: place.row,
            canCopy: true,
            hasArrived: true,
          };
        },
        onClick,
      );
    },
    [arm],
  );

  const pressContent = useCallback(
    (event: ReactPointerEvent, block: GuideBlock) => {
      arm(event, () => ({
        what: "hold",
        grip: { how: "place", lead: block, blocks: [block] },
        grabOffsetMs: 0,
        row: 0,
        canCopy: false,
        hasArrived: false,
      }));
    },
    [arm],
  );

  /** An empty place: a press puts the mark there, drawing a frame chooses. */
  const pressGround = useCallback(
    (event: ReactPointerEvent) => {
      const { view, ground } = latest.current;
      const place = placeAt(view, ground.current.rows, event.clientX, event.clientY);
      const added = event.shiftKey ? latest.current.store.state.selected : new Set<string>();
      arm(
        event,
        () =>
          event.pointerType === "touch" ? null : { what: "marquee", row: place.row, offsetMs: place.offsetMs, added },
        () => latest.current.onPress(place),
      );
    },
    [arm],
  );
  return useMemo(() => ({ pressBlock, pressContent, pressGround }), [pressBlock, pressContent, pressGround]);
}

const onRow = (block: GuideBlock, channelId = block.channelId): GuideBlock => ({ ...block, channelId });

function setHeld(store: GuideStore, next: Held | null): void {
  const { held } = store.state;
  if (held === next) return;
  if (held && next && isSame(held, next)) return;
  store.set({ held: next });
}

function isSame(a: Held, b: Held): boolean {
  const [first, second] = [a.after[0], b.after[0]];
  return (
    a.how === b.how &&
    first?.fromMs === second?.fromMs &&
    first?.toMs === second?.toMs &&
    first?.channelId === second?.channelId &&
    a.hint === b.hint &&
    a.refusal?.why === b.refusal?.why
  );
}
