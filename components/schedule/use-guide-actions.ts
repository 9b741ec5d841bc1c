"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { clockText } from "@/core/schedule/grid-text";
import type { Change } from "@/core/schedule/guide-edit";
import { refusalOfEdit } from "@/core/schedule/guide-index";
import { rowIndexOf } from "@/core/schedule/guide-rows";
import { pastedAt } from "@/core/schedule/paste-blocks";
import { rippled } from "@/core/schedule/ripple";
import { toast } from "../ui/notify";
import type { Edit, EditQueue, Refused } from "./edit-queue";
import type { Held } from "./ground";
import type { GuideBlock } from "./guide-block";
import type { Caret, GroundNow, GuideStore } from "./guide-store";
import { editOf } from "./hold";
import { refusalOfError, refusalShown, type ShownRefusal } from "./refusal-text";

const SHOWN_FOR_MS = 7000;
/** Long enough to notice a slip, read the line and reach the button. */
const UNDO_FOR_MS = 12_000;
const TOAST_ID = "guide-edit";

interface ActionsOptions {
  store: GuideStore;
  ground: GroundNow;
  zoneOf: (channelId: string) => string;
}

/**
 * The verbs of the guide with everything a person is told about them: refusals at the place where they happened, one
 * toast with Undo for the newest edit, and a line for screen readers.
 */
export function useGuideActions(queueOf: { current: EditQueue | null }, { store, ground, zoneOf }: ActionsOptions) {
  const [announcement, announce] = useState("");
  const clipboard = useRef<readonly GuideBlock[]>([]);
  const [hasClipboard, setHasClipboard] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const zone = useRef(zoneOf);
  zone.current = zoneOf;

  const showRefusal = useCallback(
    (at: GuideBlock | undefined, { message, conflictIds }: ShownRefusal) => {
      announce(message);
      const row = at ? rowIndexOf(ground.current.rows, at.channelId, at.fromMs) : -1;
      if (!at || row < 0) return toast.error("The guide was not changed", { description: message });
      store.set({ refusal: { row, atMs: at.fromMs, message, conflictIds } });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => store.set({ refusal: null }), SHOWN_FOR_MS);
    },
    [ground, store],
  );

  const refuse = useCallback(
    (edit: Edit, why: Refused) => {
      const first = edit.changes.find(({ after }) => after)?.after ?? edit.changes[0]?.before ?? undefined;
      const blocks = [...ground.current.index.values()].flat();
      const zoneName = zone.current(first?.channelId ?? "");
      if ("error" in why) return showRefusal(first, refusalOfError(why.error, blocks, zoneName));
      if ("refusal" in why) return showRefusal(first, refusalShown(why.refusal, blocks, zoneName));
      const names = edit.changes
        .flatMap(({ before }) => (before && why.changedIds.includes(before.id) ? `“${before.title}”` : []))
        .slice(0, 3);
      const message = `${edit.label} was not carried out: ${names.join(", ") || "it"} was changed elsewhere meanwhile, and that stays.`;
      showRefusal(first, { message, conflictIds: why.changedIds });
    },
    [ground, showRefusal],
  );

  const perform = useCallback(
    (edit: Edit, said: string): boolean => {
      const refusal = refusalOfEdit(edit, ground.current.index, ground.current.editableFrom);
      if (refusal) {
        refuse(edit, { refusal });
        return false;
      }
      store.set({ refusal: null });
      if (!queueOf.current?.perform(edit)) return false;
      announce(`${said}.`);
      const undo = () => queueOf.current?.undo();
      toast(said, { id: TOAST_ID, duration: UNDO_FOR_MS, action: { label: "Undo", onClick: undo } });
      return true;
    },
    [ground, queueOf, refuse, store],
  );

  return useMemo(() => {
    const selection = (): GuideBlock[] => {
      const { selected, focusedId } = store.state;
      const ids = selected.size > 0 ? selected : new Set(focusedId ? [focusedId] : []);
      return [...ground.current.index.values()].flat().filter(({ id }) => ids.has(id));
    };
    const named = (blocks: readonly GuideBlock[]) =>
      blocks.length === 1 ? `“${blocks[0]?.title}”` : `${blocks.length} blocks`;
    const clock = (block: GuideBlock) => clockText(block.fromMs, zone.current(block.channelId));

    const drop = (held: Held) => {
      const verb = { move: "Move", copy: "Copy", place: "Place", resize: "Resize" }[held.how];
      const edit = editOf(ground.current, held, `${verb} ${named(held.after)}`, () => uuidv7());
      const [first] = held.after;
      if (!first) return;
      const lead = held.after.find(({ id }) => id === held.lead.id) ?? first;
      const said = {
        move: `${named(held.after)} now ${held.after.length === 1 ? "starts" : "start"} at ${clock(lead)}`,
        copy: `${named(held.after)} copied to ${clock(lead)}`,
        place: `${named(held.after)} placed at ${clock(lead)}`,
        resize: `${named(held.after)} now runs ${clock(lead)}–${clockText(lead.toMs, zone.current(lead.channelId))}`,
      }[held.how];
      if (!perform(edit, said)) return;
      const ids = edit.changes.slice(0, held.after.length).flatMap(({ after }) => after?.id ?? []);
      store.set({ selected: new Set(ids), focusedId: ids[0] ?? null, caret: null });
    };
    const remove = (blocks: readonly GuideBlock[], closesGap = ground.current.isRipple, verb = "Remove") => {
      if (blocks.length === 0) return false;
      const plain = { label: `${verb} ${named(blocks)}`, changes: blocks.map((before) => ({ before, after: null })) };
      const edit = closesGap ? rippled<GuideBlock>(plain, ground.current.index) : plain;
      const done = verb === "Cut" ? "cut" : closesGap ? "removed, and what touched it moved up" : "removed";
      if (!perform(edit, `${named(blocks)} ${done}`)) return false;
      store.set({ selected: new Set() });
      return true;
    };
    const change = (block: GuideBlock, after: GuideBlock, said = `“${block.title}” changed`) =>
      perform({ label: `Change “${block.title}”`, changes: [{ before: block, after }] }, said);
    const setKind = (blocks: readonly GuideBlock[], kind: "content" | "filler") => {
      const fit = blocks.filter((block) => block.contentItemId !== null);
      const changes = fit.map((before): Change<GuideBlock> => ({ before, after: { ...before, kind } }));
      const said = kind === "filler" ? "now filler: the guide of viewers leaves it out" : "a programme again";
      return perform({ label: `Change ${named(fit)}`, changes }, `${named(fit)} ${said}`);
    };
    const copy = (blocks: readonly GuideBlock[]) => {
      if (blocks.length === 0) return;
      clipboard.current = blocks;
      setHasClipboard(true);
      announce(`${named(blocks)} copied. Paste with Control V.`);
    };
    const paste = (target: Caret) => {
      const { rows, index, editableFrom } = ground.current;
      if (clipboard.current.length === 0) return;
      const wholeSecond = { ...target, atMs: Math.ceil(target.atMs / 1000) * 1000 };
      const placed = pastedAt(clipboard.current, wholeSecond, rows, index, editableFrom);
      const [first] = placed ?? [];
      if (!placed || !first) return;
      const changes = placed.map((block): Change<GuideBlock> => ({ before: null, after: { ...block, id: uuidv7() } }));
      if (!perform({ label: `Paste ${named(placed)}`, changes }, `${named(placed)} pasted at ${clock(first)}`)) return;
      const ids = changes.flatMap(({ after }) => after?.id ?? []);
      store.set({ selected: new Set(ids), focusedId: ids[0] ?? null, caret: null });
    };
    const step = (edit: Edit | null, verb: string) => announce(edit ? `${verb}: ${edit.label}.` : "Nothing left.");
    return {
      selection,
      drop,
      remove,
      change,
      setKind,
      copy,
      cut: (blocks: readonly GuideBlock[]) => {
        copy(blocks);
        remove(blocks, false, "Cut");
      },
      paste,
      place: (block: GuideBlock) =>
        perform(
          { label: `Place “${block.title}”`, changes: [{ before: null, after: block }] },
          `“${block.title}” placed at ${clock(block)}`,
        ),
      undo: () => step(queueOf.current?.undo() ?? null, "Undone"),
      redo: () => step(queueOf.current?.redo() ?? null, "Done again"),
      announce,
      refuse,
      announcement,
      hasClipboard,
    };
  }, [announcement, ground, hasClipboard, perform, queueOf, refuse, store]);
}

export type GuideActions = ReturnType<typeof useGuideActions>;
