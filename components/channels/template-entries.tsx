"use client";

import { X } from "lucide-react";
import { runtimeText } from "@/core/schedule/grid-text";
import type { Template } from "@/core/schedule/template";
import { ruleText } from "../programming/rule-text";
import { useGroupChoices } from "../programming/use-chosen";
import { useTemplateEdits } from "../programming/use-templates";
import { IconButton } from "../ui/icon-button";
import { toast } from "../ui/notify";
import { entryToSend, WEEKDAYS } from "./template-entry";

type Entry = Template["entries"][number];

/** What a template holds, day by day. */
export function TemplateEntries({ id, channelId, template }: { id: string; channelId: string; template: Template }) {
  const groups = useGroupChoices();
  const { update } = useTemplateEdits(channelId);
  const nameOfGroup = (groupId: string) => groups.data?.items.find((group) => group.id === groupId)?.name;
  const textOf = (entry: Entry) => {
    if (entry.fill) return `Filled with ${ruleText(entry.fill, nameOfGroup)}`;
    return entry.kind === "ad_break" ? "Ad break" : (entry.title ?? "Content that is not there any more");
  };
  const takeOut = (gone: Entry) =>
    update.mutate(
      { id: template.id, changes: { entries: template.entries.filter((entry) => entry !== gone).map(entryToSend) } },
      { onError: (error) => toast.error("The entry could not be taken out", { description: error.message }) },
    );
  return (
    <div id={id} className="mt-2 ml-6 grid gap-x-8 gap-y-4 sm:grid-cols-2">
      {WEEKDAYS.map((name, index) => {
        const entries = template.entries.filter((entry) => entry.weekday === index + 1);
        if (entries.length === 0) return null;
        return (
          <section key={name} aria-label={name} className="min-w-0">
            <h3 className="font-medium text-sm">{name}</h3>
            <ol className="divide-y divide-border">
              {entries.map((entry) => (
                <li key={entry.localTime} className="flex items-center gap-3 py-1">
                  <span className="times text-muted text-sm">{entry.localTime.slice(0, 8)}</span>
                  <span className="min-w-0 flex-1 truncate" title={textOf(entry)}>
                    {textOf(entry)}
                  </span>
                  <span className="times text-muted text-sm">{runtimeText(entry.durationSeconds * 1000)}</span>
                  <IconButton
                    label={`Take ${textOf(entry)} at ${entry.localTime.slice(0, 8)} out of the template`}
                    size="sm"
                    disabled={update.isPending || template.entries.length === 1}
                    onClick={() => takeOut(entry)}
                  >
                    <X aria-hidden />
                  </IconButton>
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}
