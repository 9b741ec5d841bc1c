"use client";

import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import type { ContentGroup } from "@/core/content/group-contract";
import { SaveNote } from "../save-note";
import { useAutosave } from "../use-autosave";
import { useUpdateGroup } from "./group-queries";

/** What is said about a group. Every field saves itself. */
export function GroupFields({ group }: { group: ContentGroup }) {
  const update = useUpdateGroup(group.id);
  const name = useAutosave({
    saved: group.name,
    save: (value) => update.mutateAsync({ name: value.trim() }),
    refuse: (value) => (value.trim() === "" ? "A group needs a name." : null),
  });
  const displayTitle = useAutosave({
    saved: group.displayTitle ?? "",
    save: (value) => update.mutateAsync({ displayTitle: value }),
  });
  const description = useAutosave({
    saved: group.description,
    save: (value) => update.mutateAsync({ description: value }),
  });
  return (
    <div className="grid gap-4 @2xl:grid-cols-2">
      <Field
        label="Name"
        hint="Imports find the group by it; case makes no difference."
        aside={<SaveNote state={name.state} onRetry={name.flush} />}
        error={name.problem}
      >
        <Input
          value={name.value}
          maxLength={200}
          onChange={(event) => name.change(event.target.value)}
          onBlur={name.flush}
        />
      </Field>
      <Field
        label="Display title"
        hint="What viewers read, where it differs from the name."
        aside={<SaveNote state={displayTitle.state} onRetry={displayTitle.flush} />}
        error={displayTitle.problem}
      >
        <Input
          value={displayTitle.value}
          maxLength={200}
          onChange={(event) => displayTitle.change(event.target.value)}
          onBlur={displayTitle.flush}
        />
      </Field>
      <Field
        label="Description"
        className="@2xl:col-span-2"
        aside={<SaveNote state={description.state} onRetry={description.flush} />}
        error={description.problem}
      >
        <Textarea
          value={description.value}
          maxLength={5000}
          className="field-sizing-content max-h-60 min-h-14"
          onChange={(event) => description.change(event.target.value)}
          onBlur={description.flush}
        />
      </Field>
    </div>
  );
}
