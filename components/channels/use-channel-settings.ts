"use client";

import { useState } from "react";
import type { z } from "zod";
import type { Channel, UpdateChannel } from "@/core/channels/contract";
import { useChannelEdits } from "./use-channels";

type Changes = z.input<typeof UpdateChannel>;

/** A part of a channel's settings while it is being edited: what is saved shows until something is changed. */
export function useChannelSettings<T>(channel: Channel, saved: T, toChanges: (draft: T) => Changes) {
  const { update } = useChannelEdits();
  const [draft, setDraft] = useState<{ value: T } | null>(null);
  const value = draft ? draft.value : saved;
  const isChanged = draft !== null && JSON.stringify(toChanges(value)) !== JSON.stringify(toChanges(saved));
  const reset = () => {
    setDraft(null);
    update.reset();
  };
  return {
    value,
    change: (changed: T) => {
      if (update.isError) update.reset();
      setDraft({ value: changed });
    },
    section: {
      isChanged,
      isSaving: update.isPending,
      isSaved: update.isSuccess,
      error: update.error,
      onReset: reset,
      onSave: () => update.mutate({ id: channel.id, changes: toChanges(value) }, { onSuccess: () => setDraft(null) }),
    },
  };
}
