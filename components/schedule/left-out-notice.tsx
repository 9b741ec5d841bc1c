"use client";

import { useQuery } from "@tanstack/react-query";
import { ShieldAlert } from "lucide-react";
import { useState } from "react";
import { api } from "@/components/api/client";
import type { Channel } from "@/core/channels/contract";
import type { LeftGuideList } from "@/core/schedule/contract";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { LeftOutList } from "./left-out-list";

const LOOK_AGAIN_MS = 20_000;
const MOST = 100;

/** What moderators took off the guides of the time to come: how much, and on demand what, when and why. */
export function LeftOutNotice({ channels }: { channels: readonly Pick<Channel, "id" | "name" | "timezone">[] }) {
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ["left-out"],
    queryFn: ({ signal }) => api.get<LeftGuideList>("/v1/creator/schedule/left-out", { per_page: MOST }, { signal }),
    refetchInterval: LOOK_AGAIN_MS,
  });
  if (!data || data.total === 0) return null;
  const { total, items } = data;
  const titles = [...new Set(items.map(({ title }) => `“${title}”`))];
  const what = titles.length > 2 ? `${titles.length} items` : titles.join(" and ");
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1 bg-warn-soft px-4 py-1.5 text-sm">
      <ShieldAlert className="size-4 shrink-0 text-warn" aria-hidden />
      <p className="min-w-0 flex-1">
        {total === 1 ? "A programme has left the guide" : `${total.toLocaleString()} programmes have left the guide`}: a
        moderator blocked {what}.
      </p>
      <Button size="sm" onClick={() => setOpen(true)}>
        Show what is missing
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title="Left out of the guide"
        description="Filler or the slate plays in these places, until you place something else."
        footer={<Button onClick={() => setOpen(false)}>Close</Button>}
      >
        {channels.map(({ id, name, timezone }) => {
          const left = items.filter(({ channelId }) => channelId === id);
          if (left.length === 0) return null;
          return (
            <section key={id} className="mb-4">
              <h3 className="eyebrow">{name}</h3>
              <LeftOutList leftOut={left} timeZone={timezone} />
            </section>
          );
        })}
        {total > items.length && <p className="text-muted">and {(total - items.length).toLocaleString()} more</p>}
      </Dialog>
    </div>
  );
}
