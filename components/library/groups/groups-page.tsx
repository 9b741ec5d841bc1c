"use client";

import { ListOrdered, Plus, SlidersHorizontal } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { IntentLink } from "@/components/ui/intent-link";
import { later } from "@/components/ui/later";
import { Skeleton } from "@/components/ui/skeleton";
import type { ContentGroup } from "@/core/content/group-contract";
import { LibraryNav } from "../library-nav";
import { useGroups } from "./group-queries";
import { sizeText } from "./size-text";

const CreateGroupDialog = later(() => import("./create-group-dialog").then((module) => module.CreateGroupDialog));

/** All content groups of the creator. */
export function GroupsPage() {
  const router = useRouter();
  const groups = useGroups();
  const [isCreating, setCreating] = useState(false);
  const newGroup = (
    <Button tone="primary" icon={<Plus aria-hidden />} onClick={() => setCreating(true)}>
      New group
    </Button>
  );

  let body: ReactNode;
  if (groups.isPending) body = <GroupsSkeleton />;
  else if (groups.isError && !groups.data) {
    body = (
      <ErrorState
        title="The groups could not be loaded"
        error={groups.error}
        retrying={groups.isFetching}
        onRetry={() => void groups.refetch()}
      />
    );
  } else if (groups.data?.items.length === 0) {
    body = (
      <EmptyState icon={<ListOrdered aria-hidden />} title="Put items together" action={newGroup}>
        A group holds what belongs together: a season in its order, everything tagged “night”, the short clips between
        two films. Schedules fill themselves from groups.
      </EmptyState>
    );
  } else {
    body = (
      <ul className="grid gap-3 px-4 pt-4 pb-10 sm:grid-cols-2 md:px-6 xl:grid-cols-3">
        {groups.data?.items.map((group) => (
          <li key={group.id}>
            <GroupCard group={group} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <section aria-label="Content groups">
      <PageHeader
        title="Library"
        aside={groups.data?.total ? <span className="times">{groups.data.total.toLocaleString()} groups</span> : null}
        actions={groups.data?.items.length ? newGroup : null}
      />
      <LibraryNav />
      {body}
      {isCreating && (
        <CreateGroupDialog
          onClose={() => setCreating(false)}
          onCreated={(group) => router.push(`/library/groups/${group.id}`)}
        />
      )}
    </section>
  );
}

function GroupCard({ group }: { group: ContentGroup }) {
  const Icon = group.kind === "dynamic" ? SlidersHorizontal : ListOrdered;
  return (
    <IntentLink
      href={`/library/groups/${group.id}`}
      className="flex h-full gap-3 rounded-lg border border-border bg-surface p-4 hover:border-border-strong"
    >
      <Icon className="mt-0.5 size-4 shrink-0 text-muted" aria-hidden />
      <span className="min-w-0">
        <span className="block truncate font-medium">{group.name}</span>
        {group.displayTitle && <span className="block truncate text-sm">Shown as “{group.displayTitle}”</span>}
        <span className="times block text-muted text-sm">
          {group.kind === "dynamic" ? "By rules" : "By hand"} · {sizeText(group)}
        </span>
        {group.description && <span className="mt-1 line-clamp-2 text-muted text-sm">{group.description}</span>}
      </span>
    </IntentLink>
  );
}

function GroupsSkeleton() {
  return (
    <div className="grid gap-3 px-4 pt-4 sm:grid-cols-2 md:px-6 xl:grid-cols-3" aria-busy="true">
      <p className="sr-only" role="status">
        Loading the groups
      </p>
      {["a", "b", "c"].map((key) => (
        <Skeleton key={key} className="h-20 w-full" />
      ))}
    </div>
  );
}
