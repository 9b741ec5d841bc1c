"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import type {
  AppliedTemplate,
  ApplyTemplate,
  CreateTemplate,
  Template,
  TemplateList,
  UpdateTemplate,
} from "@/core/schedule/template";

const pathOf = (channelId: string, templateId?: string) =>
  `/v1/creator/channels/${channelId}/templates${templateId ? `/${templateId}` : ""}`;

/** The weekly templates of a channel. */
export function useTemplates(channelId: string) {
  return useQuery({
    queryKey: ["templates", channelId],
    queryFn: ({ signal }) => api.get<TemplateList>(pathOf(channelId), { per_page: 100 }, { signal }),
  });
}

/** Verbs on the templates of a channel. */
export function useTemplateEdits(channelId: string) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ["templates", channelId] });
  const create = useMutation({
    mutationFn: (template: CreateTemplate) => api.post<Template>(pathOf(channelId), template),
    onSuccess: refresh,
  });
  const update = useMutation({
    mutationFn: ({ id, changes }: { id: string; changes: UpdateTemplate }) =>
      api.patch<Template>(pathOf(channelId, id), changes),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(pathOf(channelId, id)),
    onSuccess: refresh,
  });
  const apply = useMutation({
    mutationFn: ({ id, to }: { id: string; to: ApplyTemplate }) =>
      api.post<AppliedTemplate>(`${pathOf(channelId, id)}/apply`, to),
    onSuccess: () => client.invalidateQueries({ queryKey: ["schedule", channelId] }),
  });
  return { create, update, remove, apply };
}
