"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ContentDetail, UpdateContent } from "@/core/content/contract";
import { useSeriesChoices } from "./content-queries";
import { SaveNote } from "./save-note";
import { useAutosave } from "./use-autosave";

interface EpisodeFieldsProps {
  item: ContentDetail;
  save: (fields: UpdateContent) => Promise<unknown>;
}

/** The place of an item in a series. */
export function EpisodeFields({ item, save }: EpisodeFieldsProps) {
  const choices = useSeriesChoices().data?.items ?? [];
  const seriesId = useAutosave({ saved: item.seriesId, save: (value) => save({ seriesId: value }), pauseMs: 0 });
  const isListed = item.seriesId === null || choices.some(({ id }) => id === item.seriesId);
  return (
    <div className="grid grid-cols-2 gap-4">
      <Field
        label="Series"
        className="col-span-2"
        hint={choices.length === 0 ? "Make a series under Library › Series first." : undefined}
        aside={<SaveNote state={seriesId.state} onRetry={seriesId.flush} />}
        error={seriesId.problem}
      >
        <Select value={seriesId.value ?? ""} onChange={(event) => seriesId.change(event.target.value || null)}>
          <option value="">No series</option>
          {!isListed && <option value={item.seriesId ?? ""}>{item.seriesTitle}</option>}
          {choices.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <NumberField
        label="Season"
        saved={item.seasonNumber}
        largest={9999}
        save={(value) => save({ seasonNumber: value })}
      />
      {item.type !== "season" && (
        <NumberField
          label="Episode"
          saved={item.episodeNumber}
          largest={99_999}
          save={(value) => save({ episodeNumber: value })}
        />
      )}
    </div>
  );
}

interface NumberFieldProps {
  label: string;
  saved: number | null;
  largest: number;
  save: (value: number | null) => Promise<unknown>;
}

function NumberField({ label, saved, largest, save }: NumberFieldProps) {
  const field = useAutosave({
    saved: saved === null ? "" : String(saved),
    save: (text) => save(text === "" ? null : Number(text)),
    refuse: (text) => (text === "" || (/^\d+$/.test(text) && Number(text) <= largest) ? null : "Write a whole number."),
  });
  return (
    <Field label={label} aside={<SaveNote state={field.state} onRetry={field.flush} />} error={field.problem}>
      <Input
        inputMode="numeric"
        maxLength={5}
        value={field.value}
        onChange={(event) => field.change(event.target.value.trim())}
        onBlur={field.flush}
      />
    </Field>
  );
}
