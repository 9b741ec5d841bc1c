"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ContentDetail, UpdateContent } from "@/core/content/contract";
import { parseRuntime, runtimeText } from "@/core/schedule/grid-text";
import { SaveNote } from "./save-note";
import { useAutosave } from "./use-autosave";

interface BreakPointsFieldProps {
  item: ContentDetail;
  save: (changes: UpdateContent) => Promise<unknown>;
}

/** Where breaks may be put into an item, written as one would say it: "12:30, 25:00". */
export function BreakPointsField({ item, save }: BreakPointsFieldProps) {
  const lengthMs = item.durationSeconds === null ? null : item.durationSeconds * 1000;
  const field = useAutosave({
    saved: item.breakPoints.map(pointText).join(", "),
    save: (text) => save({ breakPoints: pointsOf(text).flatMap(({ ms }) => (ms === null ? [] : [ms / 1000])) }),
    refuse: (text) => {
      const points = pointsOf(text);
      const unread = points.find(({ ms }) => ms === null || ms <= 0);
      if (unread) return `“${unread.text}” is no time. Write 12:30 or 1:05:00, with commas between.`;
      const beyond = points.find(({ ms }) => lengthMs !== null && ms !== null && ms >= lengthMs);
      return beyond ? `${beyond.text} is not before the end, at ${runtimeText(lengthMs ?? 0)}.` : null;
    },
    pauseMs: 1500,
  });
  return (
    <Field
      label="Break points"
      hint="Where ad breaks may go, from the start of the item. The guide puts them in for you."
      aside={<SaveNote state={field.state} onRetry={field.flush} />}
      error={field.problem}
    >
      <Input
        className="times"
        autoComplete="off"
        placeholder="12:30, 25:00"
        value={field.value}
        onChange={(event) => field.change(event.target.value)}
        onBlur={field.flush}
        onKeyDown={(event) => event.key === "Enter" && field.flush()}
      />
    </Field>
  );
}

/** To the millisecond, where there are any: what is not touched must stay as it is. */
function pointText(seconds: number): string {
  const rest = Math.round(seconds * 1000) % 1000;
  const whole = runtimeText(Math.round(seconds * 1000) - rest);
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(3, "0").replace(/0+$/, "")}`;
}

function pointsOf(text: string): { text: string; ms: number | null }[] {
  return text
    .split(/[,;\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => ({ text: part, ms: parseRuntime(part) }));
}
