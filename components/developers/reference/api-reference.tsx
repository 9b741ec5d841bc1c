"use client";

import { List } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { Description } from "@/core/api-reference/description";
import { chaptersOf } from "@/core/api-reference/operation";
import { Introduction } from "./introduction";
import { OperationView } from "./operation-view";
import { ReferenceNav } from "./reference-nav";
import { useChosenOperation } from "./use-chosen-operation";
import { useDescription } from "./use-description";

interface ApiReferenceProps {
  origin: string;
  user: string | null;
}

/** The API from its own description: find an operation, read it, try it. */
export function ApiReference(props: ApiReferenceProps) {
  const description = useDescription();
  if (description.isPending) return <ReferenceSkeleton />;
  if (description.isError)
    return (
      <ErrorState
        title="The description could not be loaded"
        error={description.error}
        retrying={description.isFetching}
        onRetry={() => void description.refetch()}
      />
    );
  return <Reference document={description.data} {...props} />;
}

function Reference({ document, origin, user }: ApiReferenceProps & { document: Description }) {
  const chosen = useChosenOperation();
  const chapters = useMemo(() => chaptersOf(document), [document]);
  const operation = chapters.flatMap(({ operations }) => operations).find(({ id }) => id === chosen);
  const [isListOpen, setListOpen] = useState(false);
  const top = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another operation is another page, which begins at its top
  useEffect(() => {
    setListOpen(false);
    window.scrollTo({ top: 0 });
    top.current?.focus({ preventScroll: true });
  }, [chosen]);

  return (
    <div className="lg:grid lg:grid-cols-[19rem_minmax(0,1fr)]">
      <div className="border-border border-b p-3 lg:hidden">
        <Button icon={<List aria-hidden />} aria-expanded={isListOpen} onClick={() => setListOpen(!isListOpen)}>
          Operations
        </Button>
      </div>
      <aside
        className={`${isListOpen ? "flex max-h-[70dvh]" : "hidden"} flex-col border-border border-b bg-surface lg:sticky lg:top-(--bar-height) lg:flex lg:h-[calc(100dvh-var(--bar-height))] lg:max-h-none lg:border-r lg:border-b-0`}
      >
        <ReferenceNav chapters={chapters} chosen={chosen} />
      </aside>
      <div ref={top} tabIndex={-1} className="min-w-0 px-4 py-6 outline-none md:px-8 md:py-8">
        {operation ? (
          <OperationView key={operation.id} operation={operation} document={document} origin={origin} user={user} />
        ) : chosen ? (
          <EmptyState title="There is no such operation">
            <a href="/developers/api" className="text-accent underline underline-offset-4">
              All operations
            </a>
          </EmptyState>
        ) : (
          <Introduction document={document} chapters={chapters} />
        )}
      </div>
    </div>
  );
}

function ReferenceSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-4 p-6 lg:pl-84">
      {["w-72", "w-full", "w-5/6", "w-2/3", "w-full", "w-3/4"].map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed picture
        <Skeleton key={index} className={`h-5 max-w-3xl ${width}`} />
      ))}
    </div>
  );
}
