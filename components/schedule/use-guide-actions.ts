"use client";

import { useMemo, useRef } from "react";
import { v7 as uuidv7 } from "uuid";
import { MAX_EDITS } from "@/core/schedule/batch-limit";
import { clockText } from "@/core/schedule/grid-text";
import { type Change, partsOf } from "@/core/schedule/guide-edit";
import { refusalOfEdit } from "@/core/schedule/guide-index";
import { pastedAt } from "@/core/schedule/paste-blocks";
import { rippled } from "@/core/schedule/ripple";
import { toast } from "../ui/notify";
import type { Edit, EditQueue, Refused } from "./edit-queue";
import type { Held } from "./ground";
import type { GuideBlock } from "./guide-block";
import type { Caret, GroundNow, GuideStore } from "./guide-store";
import { editOf } from "./hold";
import { toastDoneAgain, toastStep, toastTakenBack } from "./step-toast";

interface ActionsOptions {
  queue: EditQueue;
  store: GuideStore;
  ground: GroundNow;
  zoneOf: (channelId: string) => string;
  refuse: (edit: Edit, why: Refused) => void;
  /** Shows a block that a step has changed, which may be out of sight. */
  reveal: (block: GuideBlock) => void;
}

/**
 * The verbs of the guide with everything a person is told about them: refusals at the place where they happened, one
 * toast with Undo for the newest edit, and a line for screen readers.
 */
export function useGuideActions(options: ActionsOptions) {
  const latest = useRef(options);
  latest.current = options;
  const { queue, store, ground } = options;
  return useMemo(() => {
    const announce = (said: string) => store.set({ said });
    const perform = (edit: Edit, said: string): boolean => {
      if (partsOf(edit, MAX_EDITS) === null) {
        const message = `At most ${MAX_EDITS.toLocaleString()} blocks can be changed at once.`;
        announce(message);
        toast.error("The guide was not changed", { description: message });
        return false;
      }
      const refusal = refusalOfEdit(edit, ground.current.index, ground.current.editableFrom);
      if (refusal) {
        latest.current.refuse(edit, { refusal });
        return false;
      }
      store.set({ refusal: null });
      if (!queue.perform(edit)) return false;
      announce(`${said}.`);
      toastStep(queue, said);
      return true;
    };
    const selection = (): GuideBlock[] => {
      const { selected, focusedId } = store.state;
      const ids = selected.size > 0 ? selected : new Set(focusedId ? [focusedId] : []);
      return [...ground.current.index.values()].flat().filter(({ id }) => ids.has(id));
    };
    const named = (blocks: readonly GuideBlock[]) =>
      blocks.length === 1 ? `“${blocks[0]?.title}”` : `${blocks.length} blocks`;
    const zoneOf = ({ channelId }: GuideBlock) => latest.current.zoneOf(channelId);
    const clock = (block: GuideBlock) => clockText(block.fromMs, zoneOf(block));
    const choose = (ids: readonly string[]) =>
      store.set({ selected: new Set(ids), focusedId: ids[0] ?? null, caret: null });

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
        resize: `${named(held.after)} now runs ${clock(lead)}–${clockText(lead.toMs, zoneOf(lead))}`,
      }[held.how];
      if (perform(edit, said)) choose(edit.changes.slice(0, held.after.length).flatMap(({ after }) => after?.id ?? []));
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
    const copy = (blocks: readonly GuideBlock[]) => {
      if (blocks.length === 0) return;
      store.set({ clipboard: blocks });
      announce(`${named(blocks)} copied. Paste with Control V.`);
    };
    const stepped = (edit: Edit, verb: string) => {
      const blocks = edit.changes.flatMap(({ after }) => after ?? []);
      store.set({ selected: new Set(blocks.map(({ id }) => id)), refusal: null });
      const [shown] = blocks.length > 0 ? blocks : edit.changes.flatMap(({ before }) => before ?? []);
      if (shown) latest.current.reveal(shown);
      announce(`${verb}: ${edit.label}.`);
    };
    return {
      announce,
      selection,
      drop,
      remove,
      copy,
      /** False when it cannot be so; the guide says why. */
      change: (block: GuideBlock, after: GuideBlock, said = `“${block.title}” changed`) =>
        perform({ label: `Change “${block.title}”`, changes: [{ before: block, after }] }, said),
      setKind: (blocks: readonly GuideBlock[], kind: "content" | "filler") => {
        const fit = blocks.filter((block) => block.contentItemId !== null);
        const changes = fit.map((before): Change<GuideBlock> => ({ before, after: { ...before, kind } }));
        const said = kind === "filler" ? "now filler: the guide of viewers leaves it out" : "a programme again";
        return perform({ label: `Change ${named(fit)}`, changes }, `${named(fit)} ${said}`);
      },
      cut: (blocks: readonly GuideBlock[]) => {
        copy(blocks);
        remove(blocks, false, "Cut");
      },
      paste: (target: Caret) => {
        const { rows, index, editableFrom } = ground.current;
        const { clipboard } = store.state;
        if (clipboard.length === 0) return announce("Nothing was copied yet.");
        const placed = pastedAt(clipboard, target, rows, index, editableFrom);
        const [first] = placed ?? [];
        if (!placed || !first) return;
        const changes = placed.map(
          (block): Change<GuideBlock> => ({ before: null, after: { ...block, id: uuidv7() } }),
        );
        if (!perform({ label: `Paste ${named(placed)}`, changes }, `${named(placed)} pasted at ${clock(first)}`))
          return;
        choose(changes.flatMap(({ after }) => after?.id ?? []));
        latest.current.reveal(first);
      },
      /** False when it cannot stand there; the guide says why. */
      place: (block: GuideBlock): boolean => {
        const edit = { label: `Place “${block.title}”`, changes: [{ before: null, after: block }] };
        if (!perform(edit, `“${block.title}” placed at ${clock(block)}`)) return false;
        choose([block.id]);
        latest.current.reveal(block);
        return true;
      },
      undo: () => {
        if (queue.state.log.done.length === 0) return announce("Nothing left to undo.");
        const edit = queue.undo();
        if (!edit) return; // it was refused, and the guide says why
        stepped(edit, "Undone");
        toastTakenBack(queue, edit.label);
      },
      redo: () => {
        if (queue.state.log.undone.length === 0) return announce("Nothing left to redo.");
        const edit = queue.redo();
        if (!edit) return;
        stepped(edit, "Done again");
        toastDoneAgain(queue, edit.label);
      },
    };
  }, [queue, store, ground]);
}

export type GuideActions = ReturnType<typeof useGuideActions>;
