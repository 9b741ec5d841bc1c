"use client";

import { ChevronLeft, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { ApiError } from "@/components/api/client";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { IntentLink } from "@/components/ui/intent-link";
import { toast } from "@/components/ui/notify";
import { Skeleton } from "@/components/ui/skeleton";
import type { ContentGroup } from "@/core/content/group-contract";
import { GroupFields } from "./group-fields";
import { useGroup, useGroupEdits } from "./group-queries";
import { RulesEditor } from "./rules-editor";
import { sizeText } from "./size-text";
import { StaticItems } from "./static-items";

/** One content group: what it is called and what it holds. */
export function GroupPage({ id }: { id: string }) {
  const { data: group, error, isFetching, refetch } = useGroup(id);
  useEffect(() => {
    if (group) document.title = `${group.name} · Lineup`;
  }, [group]);
  if (error instanceof ApiError && error.status === 404) {
    return (
      <EmptyState
        title="There is no such group"
        action={
          <Button asChild>
            <IntentLink href="/library/groups">All groups</IntentLink>
          </Button>
        }
      >
        It may have been deleted.
      </EmptyState>
    );
  }
  if (error && !group) {
    return (
      <ErrorState
        title="The group could not be loaded"
        error={error}
        retrying={isFetching}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!group) {
    return (
      <div className="flex flex-col gap-4 p-6" aria-busy="true">
        <Skeleton className="h-8 w-60" />
        <Skeleton className="h-40 w-full" />
      </div>
    );
  }
  return (
    <div className="@container">
      <IntentLink
        href="/library/groups"
        className="ml-3 inline-flex h-8 items-center gap-1 rounded-md px-1 text-muted hover:text-text md:ml-5"
      >
        <ChevronLeft className="size-4" aria-hidden />
        Groups
      </IntentLink>
      <PageHeader
        title={<span className="break-words">{group.name}</span>}
        aside={
          <span className="flex items-center gap-2">
            <Badge tone={group.kind === "dynamic" ? "accent" : "neutral"}>
              {group.kind === "dynamic" ? "By rules" : "By hand"}
            </Badge>
            <span className="times">{sizeText(group)}</span>
            {group.displayTitle && <span>shown as “{group.displayTitle}”</span>}
          </span>
        }
        actions={<DeleteGroup group={group} />}
        className="pt-0"
      />
      <div className="flex flex-col gap-8 px-4 pb-10 md:px-6">
        <GroupFields key={`${group.id}-fields`} group={group} />
        {group.kind === "dynamic" ? <RulesEditor key={group.id} group={group} /> : <StaticItems group={group} />}
      </div>
    </div>
  );
}

function DeleteGroup({ group }: { group: ContentGroup }) {
  const router = useRouter();
  const { remove } = useGroupEdits();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button tone="danger" icon={<Trash2 aria-hidden />} onClick={() => setOpen(true)}>
        Delete
      </Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={`Delete “${group.name}”?`}
        description="Its items stay in your library. Channels that fill from this group find nothing in it any more."
        action="Delete group"
        busy={remove.isPending}
        onConfirm={() =>
          remove.mutate(group.id, {
            onSuccess: () => {
              router.push("/library/groups");
              toast.success(`“${group.name}” was deleted`);
            },
            onError: (error) => toast.error("The group could not be deleted", { description: error.message }),
          })
        }
      />
    </>
  );
}
