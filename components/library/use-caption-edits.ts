"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import type { Caption, UpdateCaption } from "@/core/content/contract";
import { contentKeys } from "./content-keys";

interface NewCaption {
  file: File;
  language: string;
  kind: Caption["kind"];
}

/** Verbs on the caption tracks of an item. */
export function useCaptionEdits(contentItemId: string) {
  const client = useQueryClient();
  const settled = () => client.invalidateQueries({ queryKey: contentKeys.item(contentItemId) });
  const address = `/v1/creator/content/${contentItemId}/captions`;
  const add = useMutation({
    mutationFn: ({ file, language, kind }: NewCaption) => {
      const form = new FormData();
      form.set("file", file);
      form.set("language", language);
      form.set("kind", kind);
      return api.post<Caption>(address, form);
    },
    onSuccess: settled,
  });
  const remove = useMutation({
    mutationFn: (captionId: string) => api.delete(`${address}/${captionId}`),
    onSettled: settled,
  });
  const update = useMutation({
    mutationFn: ({ id, changes }: { id: string; changes: UpdateCaption }) =>
      api.patch<Caption>(`${address}/${id}`, changes),
    onSettled: settled,
  });
  return { add, update, remove };
}
