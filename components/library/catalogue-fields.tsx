"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useIsLive } from "@/components/ui/local";
import { Select } from "@/components/ui/select";
import type { ContentDetail, UpdateContent } from "@/core/content/contract";
import type { ContentType } from "@/core/content/item-types";
import { CONTAINER_TYPES, CONTENT_TYPES } from "@/core/content/type-names";
import { useLabels } from "./content-queries";
import { COMMON_LANGUAGES, languageName } from "./language-name";
import { SaveNote } from "./save-note";
import { TagsInput } from "./tags-input";
import { isContainer, TYPE_WORDS } from "./type-words";
import { useAutosave } from "./use-autosave";

interface CatalogueFieldsProps {
  item: ContentDetail;
  save: (fields: UpdateContent) => Promise<unknown>;
}

/** What kind of programme an item is. Every field saves itself. */
export function CatalogueFields({ item, save }: CatalogueFieldsProps) {
  const labels = useLabels().data;
  const type = useAutosave({ saved: item.type, save: (value) => save({ type: value }), pauseMs: 0 });
  const language = useAutosave({ saved: item.language, save: (value) => save({ language: value }), pauseMs: 0 });
  const genres = useAutosave({ saved: item.genres, save: (value) => save({ genres: value }) });
  const ages = useAutosave({ saved: item.ageRatings, save: (value) => save({ ageRatings: value }) });
  const year = useAutosave({
    saved: item.productionYear === null ? "" : String(item.productionYear),
    save: (value) => save({ productionYear: value === "" ? null : Number(value) }),
    refuse: (value) =>
      value === "" || /^(18[7-9]\d|19\d\d|20\d\d|21\d\d)$/.test(value) ? null : "Write a year, as in 1984.",
  });
  const types = isContainer(item) ? CONTAINER_TYPES : CONTENT_TYPES;
  // The server has names and an order of its own for them.
  const known = useIsLive() ? COMMON_LANGUAGES : [];
  const languages = [...new Set([...known, ...(language.value ? [language.value] : [])])];
  const byName = languages.map((tag) => [tag, languageName(tag)] as const).sort((a, b) => a[1].localeCompare(b[1]));

  return (
    <>
      <div className="grid grid-cols-2 gap-4">
        <Field label="Type" aside={<SaveNote state={type.state} onRetry={type.flush} />} error={type.problem}>
          <Select value={type.value} onChange={(event) => type.change(event.target.value as ContentType)}>
            {types.map((value) => (
              <option key={value} value={value}>
                {TYPE_WORDS[value].one}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label="Production year"
          aside={<SaveNote state={year.state} onRetry={year.flush} />}
          error={year.problem}
        >
          <Input
            inputMode="numeric"
            maxLength={4}
            value={year.value}
            onChange={(event) => year.change(event.target.value.trim())}
            onBlur={year.flush}
          />
        </Field>
      </div>
      <Field label="Genres" aside={<SaveNote state={genres.state} onRetry={genres.flush} />} error={genres.problem}>
        <TagsInput
          value={genres.value}
          placeholder="Add a genre"
          suggestions={labels?.genres.map(({ label }) => label)}
          onChange={genres.change}
          onBlur={genres.flush}
        />
      </Field>
      <Field
        label="Language"
        aside={<SaveNote state={language.state} onRetry={language.flush} />}
        error={language.problem}
      >
        <Select value={language.value ?? ""} onChange={(event) => language.change(event.target.value || null)}>
          <option value="">Not given</option>
          {byName.map(([tag, name]) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label="Age ratings"
        hint="As on the certificate: FSK 12, PG‑13, 16."
        aside={<SaveNote state={ages.state} onRetry={ages.flush} />}
        error={ages.problem}
      >
        <TagsInput
          value={ages.value}
          placeholder="Add a rating"
          suggestions={labels?.ageRatings.map(({ label }) => label)}
          onChange={ages.change}
          onBlur={ages.flush}
        />
      </Field>
    </>
  );
}
