"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import type { Channel } from "@/core/channels/contract";
import { addDays, type DayName, stretchOfDay } from "@/core/schedule/grid-day";
import type {
  AppliedTemplate,
  ApplyTemplate,
  CreateTemplate,
  Template,
  TemplateList,
  UpdateTemplate,
} from "@/core/schedule/template";
import { mondayOf } from "@/core/schedule/template-week";
import { useBulkEdit } from "../schedule/use-bulk-edit";

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
  return { create, update, remove };
}

/** Lays a template on some weeks of a channel, as one step that can be taken back. */
export function useApplyTemplate({ id: channelId, timezone }: Pick<Channel, "id" | "timezone">) {
  const carryOut = useBulkEdit();
  return useMutation({
    mutationFn: ({ id, to }: { id: string; to: ApplyTemplate }) => {
      const monday = mondayOf(to.weekOf);
      const startOf = (day: DayName) => stretchOfDay(day, timezone).fromMs;
      return carryOut({
        channelId,
        // The last programme of a week may run on into the next.
        stretch: { fromMs: startOf(monday), toMs: startOf(addDays(monday, 7 * to.weeks + 1)) },
        label: "Apply a template",
        work: () => api.post<AppliedTemplate>(`${pathOf(channelId, id)}/apply`, to),
        said: ({ placed }) => [`${placed} ${placed === 1 ? "block" : "blocks"} placed from the template`],
      });
    },
  });
}
