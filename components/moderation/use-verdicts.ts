"use client";

import { useState } from "react";
import { toast } from "@/components/ui/notify";
import type { DecideMany, ReviewItem } from "@/core/moderation/contract";
import { refusedWords } from "./decision-words";
import { useApprove, useBlock, useDecideMany } from "./review-queries";

type Judged = Pick<ReviewItem, "id" | "title" | "status">;

/** What is to be blocked, while its moderator writes the reason. */
export type Blocking = { items: readonly Judged[]; isMany: boolean };

/** Approving and blocking, one or many, with what is said about it. */
export function useVerdicts({ onDecided }: { onDecided: (ids: readonly string[]) => void }) {
  const one = useApprove();
  const other = useBlock();
  const many = useDecideMany();
  const [blocking, setBlocking] = useState<Blocking | null>(null);

  function approve({ id, title, status }: Judged) {
    if (status !== "pending_moderation" && status !== "blocked") return;
    one.mutate(
      { id, status },
      {
        onSuccess: () => toast.success(status === "blocked" ? `“${title}” is free again` : `“${title}” is approved`),
        onError: (error) => toast.error(`“${title}” was not approved`, { description: error.message }),
        onSettled: () => onDecided([id]),
      },
    );
  }

  function block(reason: string) {
    if (!blocking) return;
    const [first] = blocking.items;
    if (blocking.isMany) {
      const items = blocking.items.flatMap(({ id, status }) =>
        status === "pending_moderation" || status === "ready" ? { id, status } : [],
      );
      return decide({ action: "block", items, reason });
    }
    if (!first || (first.status !== "pending_moderation" && first.status !== "ready")) return;
    const { id, title, status } = first;
    other.mutate(
      { id, status, reason },
      {
        onSuccess: () => toast.success(`“${title}” is blocked`),
        onError: (error) => toast.error(`“${title}” was not blocked`, { description: error.message }),
        onSettled: () => {
          setBlocking(null);
          onDecided([id]);
        },
      },
    );
  }

  function approveAll(selected: readonly Judged[]) {
    const items = selected.flatMap(({ id, status }) =>
      status === "pending_moderation" || status === "blocked" ? { id, status } : [],
    );
    decide({ action: "approve", items, note: "" });
  }

  function decide(decision: DecideMany) {
    const verb = decision.action === "approve" ? "approved" : "blocked";
    many.mutate(decision, {
      onSuccess: ({ done, refused }) => {
        const description = refused.length > 0 ? `${refusedWords(refused.length)}.` : undefined;
        toast.success(`${done.length.toLocaleString()} ${verb}`, { description });
      },
      onError: (error) => toast.error(`They were not ${verb}`, { description: error.message }),
      onSettled: () => {
        setBlocking(null);
        onDecided(decision.items.map(({ id }) => id));
      },
    });
  }

  return {
    approve,
    approveAll,
    block,
    blocking,
    askToBlock: setBlocking,
    isBusy: one.isPending || other.isPending || many.isPending,
  };
}
