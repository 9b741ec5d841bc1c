"use client";

import { useCommands } from "@/components/shell/commands-context";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { Scope } from "@/core/api-keys/scopes";
import { SCOPE_PRESETS, scopeGroups } from "./key-words";

interface ScopeChoiceProps {
  chosen: readonly Scope[];
  problem: string | undefined;
  onChange: (scopes: Scope[]) => void;
}

/** What a key may do, part by part. To change something does not include to see it: each is ticked by itself. */
export function ScopeChoice({ chosen, problem, onChange }: ScopeChoiceProps) {
  const { isModerator } = useCommands();
  return (
    <fieldset aria-describedby={problem ? "scopes-problem" : undefined}>
      <legend className="sr-only">It may</legend>
      <div className="flex items-center gap-2 pb-1">
        <span className="mr-auto font-medium text-sm" aria-hidden>
          It may
        </span>
        {SCOPE_PRESETS.map(({ label, scopes }) => (
          <Button key={label} size="sm" tone="quiet" onClick={() => onChange([...scopes])}>
            {label}
          </Button>
        ))}
      </div>
      {scopeGroups(isModerator).map(({ title, scopes }) => (
        <fieldset key={title} className="grid border-border border-t py-1.5 sm:grid-cols-[6rem_1fr]">
          <legend className="sr-only">{title}</legend>
          <p className="flex min-h-8 items-center font-medium text-sm" aria-hidden>
            {title}
          </p>
          <div>
            {scopes.map(({ scope, label, allows }) => (
              <Checkbox
                key={scope}
                label={
                  <span className="py-1">
                    {label} <span className="block text-muted text-xs">{allows}</span>
                  </span>
                }
                aside={<code className="shrink-0 font-mono text-muted text-xs">{scope}</code>}
                checked={chosen.includes(scope)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...chosen, scope] : chosen.filter((other) => other !== scope))
                }
              />
            ))}
          </div>
        </fieldset>
      ))}
      {problem && (
        <p id="scopes-problem" className="mt-1 text-danger text-xs">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
