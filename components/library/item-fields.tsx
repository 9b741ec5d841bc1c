"use client";

import { useChannels } from "@/components/channels/use-channels";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ContentDetail } from "@/core/content/contract";
import { BreakPointsField } from "./break-points-field";
import { CatalogueFields } from "./catalogue-fields";
import { useLabels, useUpdateContent } from "./content-queries";
import { EpisodeFields } from "./episode-fields";
import { RightsFields } from "./rights-fields";
import { SaveNote } from "./save-note";
import { TagsInput } from "./tags-input";
import { isContainer } from "./type-words";
import { useAutosave } from "./use-autosave";

/** What a creator may say about an item. Every field saves itself. */
export function ItemFields({ item }: { item: ContentDetail }) {
  const update = useUpdateContent(item.id);
  const labels = useLabels().data;
  const channels = useChannels().data?.items ?? [];
  const title = useAutosave({
    saved: item.title,
    save: (value) => update.mutateAsync({ title: value.trim() }),
    refuse: (value) => (value.trim() === "" ? "An item needs a title." : null),
  });
  const description = useAutosave({
    saved: item.description,
    save: (value) => update.mutateAsync({ description: value }),
  });
  const tags = useAutosave({ saved: item.tags, save: (value) => update.mutateAsync({ tags: value }) });
  const channelId = useAutosave({
    saved: item.channelId,
    save: (value) => update.mutateAsync({ channelId: value }),
    pauseMs: 0,
  });

  return (
    <div className="flex flex-col gap-4">
      <Field label="Title" aside={<SaveNote state={title.state} onRetry={title.flush} />} error={title.problem}>
        <Input
          value={title.value}
          maxLength={200}
          onChange={(event) => title.change(event.target.value)}
          onBlur={title.flush}
          onKeyDown={(event) => event.key === "Enter" && title.flush()}
        />
      </Field>
      <Field
        label="Description"
        aside={<SaveNote state={description.state} onRetry={description.flush} />}
        error={description.problem}
      >
        <Textarea
          value={description.value}
          maxLength={5000}
          placeholder="What viewers read in the guide"
          onChange={(event) => description.change(event.target.value)}
          onBlur={description.flush}
          className="field-sizing-content max-h-80"
        />
      </Field>
      <Field label="Tags" aside={<SaveNote state={tags.state} onRetry={tags.flush} />} error={tags.problem}>
        <TagsInput
          value={tags.value}
          suggestions={labels?.tags.map(({ label }) => label)}
          onChange={tags.change}
          onBlur={tags.flush}
        />
      </Field>
      <CatalogueFields item={item} save={update.mutateAsync} />
      {item.type !== "series" && <EpisodeFields item={item} save={update.mutateAsync} />}
      <Field
        label="Channel"
        hint={channels.length === 0 ? "Create a channel first to sort items by it." : undefined}
        aside={<SaveNote state={channelId.state} onRetry={channelId.flush} />}
        error={channelId.problem}
      >
        <Select value={channelId.value ?? ""} onChange={(event) => channelId.change(event.target.value || null)}>
          <option value="">No channel</option>
          {channels.map((channel) => (
            <option key={channel.id} value={channel.id}>
              {channel.name}
            </option>
          ))}
        </Select>
      </Field>
      {!isContainer(item) && item.durationSeconds !== null && (
        <BreakPointsField item={item} save={update.mutateAsync} />
      )}
      {!isContainer(item) && <RightsFields item={item} save={update.mutateAsync} />}
    </div>
  );
}
