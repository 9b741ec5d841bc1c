"use client";

import { ListPlus, X } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { lengthText } from "@/core/schedule/grid-text";
import { TagsInput } from "../library/tags-input";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { IconButton } from "../ui/icon-button";
import { Skeleton } from "../ui/skeleton";
import type { ContentChoice } from "./choice-text";
import { ChooseItemsDialog } from "./choose-items-dialog";
import { TITLES_SHOWN, useChosenTitles, useGroupChoices } from "./use-chosen";

interface ContentChoiceFieldsProps {
  value: ContentChoice;
  onChange: (choice: ContentChoice) => void;
}

/** Chooses content by tag, by group and item by item; whatever is chosen counts together. */
export function ContentChoiceFields({ value, onChange }: ContentChoiceFieldsProps) {
  return (
    <div className="flex flex-col gap-4">
      <Field label="Tags" hint="Everything with one of these tags, also what you upload later.">
        <TagsInput value={value.tags ?? []} onChange={(tags) => onChange({ ...value, tags })} />
      </Field>
      <GroupChoice
        ids={value.contentGroupIds ?? []}
        onChange={(contentGroupIds) => onChange({ ...value, contentGroupIds })}
      />
      <ItemChoice
        ids={value.contentItemIds ?? []}
        onChange={(contentItemIds) => onChange({ ...value, contentItemIds })}
      />
    </div>
  );
}

interface ChoiceProps {
  ids: string[];
  onChange: (ids: string[]) => void;
}

function GroupChoice({ ids, onChange }: ChoiceProps) {
  const { data, isPending, isError, refetch } = useGroupChoices();
  const toggle = (id: string) => onChange(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
  const gone = data ? ids.filter((id) => !data.items.some((group) => group.id === id)) : [];
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-sm">Content groups</legend>
      {isPending && <Skeleton className="h-8 w-full" />}
      {isError && (
        <p className="text-danger text-sm">
          The groups could not be loaded.{" "}
          <button type="button" className="font-medium underline underline-offset-2" onClick={() => refetch()}>
            Try again
          </button>
        </p>
      )}
      {data?.items.length === 0 && gone.length === 0 && (
        <p className="text-muted text-sm">
          There are none yet. Groups are made in the{" "}
          <Link href="/library" className="underline underline-offset-2">
            library
          </Link>
          .
        </p>
      )}
      {data && data.items.length + gone.length > 0 && (
        <div className="max-h-48 overflow-y-auto rounded-md border border-border p-1">
          {data.items.map((group) => (
            <Checkbox
              key={group.id}
              label={group.displayTitle ?? group.name}
              aside={
                <span className="times text-muted text-xs">
                  {group.itemCount} {group.itemCount === 1 ? "item" : "items"},{" "}
                  {lengthText(group.durationSeconds * 1000)}
                </span>
              }
              className="flex"
              checked={ids.includes(group.id)}
              onChange={() => toggle(group.id)}
            />
          ))}
          {gone.map((id) => (
            <Checkbox
              key={id}
              className="flex text-warn"
              label="A group that is not there any more"
              checked
              onChange={() => toggle(id)}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}

function ItemChoice({ ids, onChange }: ChoiceProps) {
  const [isChoosing, setChoosing] = useState(false);
  const titles = useChosenTitles(ids);
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-sm">Single items</legend>
      {ids.length > 0 && (
        <ol className="mb-2 flex flex-wrap gap-1.5">
          {ids.slice(0, TITLES_SHOWN).map((id, index) => {
            const title = titles[index] === undefined ? "…" : (titles[index] ?? "An item that is not there any more");
            return (
              <li key={id} className="flex h-7 max-w-full items-center gap-1 rounded-sm bg-sunken pr-0.5 pl-2 text-sm">
                <span className="truncate">{title}</span>
                <IconButton
                  label={`Take out ${title}`}
                  size="sm"
                  onClick={() => onChange(ids.filter((other) => other !== id))}
                >
                  <X aria-hidden />
                </IconButton>
              </li>
            );
          })}
          {ids.length > TITLES_SHOWN && (
            <li className="flex h-7 items-center text-muted text-sm">and {ids.length - TITLES_SHOWN} more</li>
          )}
        </ol>
      )}
      <Button size="sm" icon={<ListPlus aria-hidden />} onClick={() => setChoosing(true)}>
        {ids.length > 0 ? "Change the items" : "Choose items"}
      </Button>
      {isChoosing && <ChooseItemsDialog chosen={ids} onChoose={onChange} onClose={() => setChoosing(false)} />}
    </fieldset>
  );
}
