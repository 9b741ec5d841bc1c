"use client";

import { Search } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import type { Channel } from "@/core/channels/contract";
import { useLiveKpis } from "../analytics/use-live-kpis";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { ChannelCard } from "./channel-card";

export const GRID = "grid grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))] gap-4 px-4 pt-1 pb-10 md:px-6";

/** Fewer are seen at a glance. */
const SEARCHED_FROM = 7;
const STATUSES = { all: "All", published: "On air", draft: "Drafts" };

/** The cards of all channels; of many, those that are searched for. */
export function ChannelGrid({ channels }: { channels: readonly Channel[] }) {
  const live = useLiveKpis().kpis;
  const viewers = useMemo(() => live && new Map(live.channels.map(({ id, viewers }) => [id, viewers])), [live]);
  const [search, setSearch] = useState("");
  const [status, setStatus] = useState<keyof typeof STATUSES>("all");
  const wanted = useDeferredValue(search.trim().toLocaleLowerCase());
  const shown = useMemo(
    () =>
      channels.filter(
        (channel) =>
          (status === "all" || channel.status === status) && channel.name.toLocaleLowerCase().includes(wanted),
      ),
    [channels, status, wanted],
  );
  return (
    <>
      {channels.length >= SEARCHED_FROM && (
        <search className="flex flex-wrap gap-2 px-4 pb-3 md:px-6">
          <div className="relative w-full sm:w-72">
            <Search
              className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.5 size-4 text-faint"
              aria-hidden
            />
            <Input
              type="search"
              aria-label="Search channels"
              placeholder="Search channels"
              className="pl-8"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          </div>
          <Select
            aria-label="Status"
            className="w-32"
            value={status}
            onChange={(event) => setStatus(event.target.value as keyof typeof STATUSES)}
          >
            {Object.entries(STATUSES).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
          <p role="status" className="times self-center text-muted text-sm">
            {shown.length < channels.length &&
              `${shown.length.toLocaleString()} of ${channels.length.toLocaleString()}`}
          </p>
        </search>
      )}
      {shown.length === 0 ? (
        <p className="px-4 py-10 text-center text-muted">No channel is called that here.</p>
      ) : (
        <ul className={GRID}>
          {shown.map((channel) => (
            <ChannelCard key={channel.id} channel={channel} viewers={viewers && (viewers.get(channel.id) ?? 0)} />
          ))}
        </ul>
      )}
    </>
  );
}
