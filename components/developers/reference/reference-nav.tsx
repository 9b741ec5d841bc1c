"use client";

import { Search } from "lucide-react";
import { useMemo, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { type Chapter, searchChapters } from "@/core/api-reference/operation";
import { MethodBadge } from "./method-badge";

interface ReferenceNavProps {
  chapters: Chapter[];
  chosen: string;
}

/** Every operation by chapter, and a field that finds one. */
export function ReferenceNav({ chapters, chosen }: ReferenceNavProps) {
  const [query, setQuery] = useState("");
  const found = useMemo(() => searchChapters(chapters, query), [chapters, query]);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="relative shrink-0 p-3">
        <Search aria-hidden className="pointer-events-none absolute top-5.5 left-5.5 size-4 text-muted" />
        <Input
          type="search"
          aria-label="Find an operation"
          placeholder="Find an operation"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="pl-8"
        />
      </div>
      <nav aria-label="Operations" className="min-h-0 flex-1 overflow-y-auto px-3 pb-6">
        {found.length === 0 && <p className="px-2 py-3 text-muted">Nothing is called that.</p>}
        {found.map((chapter) => (
          <section key={chapter.name} className="mt-3 first:mt-0">
            <h2 className="eyebrow px-2 py-1">{chapter.name}</h2>
            <ul>
              {chapter.operations.map(({ id, method, summary }) => (
                <li key={id}>
                  <a
                    href={`#${id}`}
                    aria-current={id === chosen ? "true" : undefined}
                    className={cn(
                      "flex min-h-7 items-baseline gap-2 rounded-sm px-2 py-1 text-sm hover:bg-hover focus-visible:-outline-offset-2",
                      id === chosen && "bg-accent-soft font-medium",
                    )}
                  >
                    <MethodBadge method={method} className="w-10" />
                    <span className="min-w-0 flex-1">{summary}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
    </div>
  );
}
