"use client";

import { useRef, useState } from "react";
import { later } from "@/components/ui/later";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import type { ContentDetail } from "@/core/content/contract";
import { RenditionsTable, SourceFactsList } from "./item-facts";
import { ItemFields } from "./item-fields";
import { ItemPreview, type PlayerUse } from "./item-preview";
import { isContainer } from "./type-words";

/** Tabs that are not in sight at first come when they are chosen. */
const waiting = <Skeleton className="h-40 w-full" />;
const ArtworkTab = later(() => import("./artwork-tab").then((module) => module.ArtworkTab), { waiting });
const CaptionsTab = later(() => import("./captions-tab").then((module) => module.CaptionsTab), { waiting });
const ItemSchedule = later(() => import("./item-schedule").then((module) => module.ItemSchedule), { waiting });
const SeriesEpisodes = later(() => import("./series-episodes").then((module) => module.SeriesEpisodes), { waiting });

type TabName = "episodes" | "details" | "artwork" | "renditions" | "captions" | "scheduled";

/** Everything about one item, in parts. A series shows its episodes where others show how they play. */
export function ItemTabs({ item }: { item: ContentDetail }) {
  const preview = useRef<HTMLDivElement>(null);
  const holdsOthers = isContainer(item);
  const [tab, setTab] = useState<TabName>(holdsOthers ? "episodes" : "details");
  const [use, setUse] = useState<PlayerUse>("none");
  const choose = (chosen: TabName) => {
    setTab(chosen);
    // Frames and times are taken from where the player stands.
    if (chosen === "artwork" || chosen === "captions") setUse((now) => (now === "none" ? "stands" : now));
  };
  const playerSeconds = () => preview.current?.querySelector("video")?.currentTime ?? null;
  const details = { value: "details", label: "Details", content: <DetailsTab item={item} /> } as const;
  const artwork = {
    value: "artwork",
    label: "Artwork",
    content: <ArtworkTab item={item} playerSeconds={playerSeconds} />,
  } as const;
  const tabs: Parameters<typeof Tabs<TabName>>[0]["tabs"] = holdsOthers
    ? [{ value: "episodes", label: "Episodes", content: <SeriesEpisodes item={item} /> }, details, artwork]
    : [
        details,
        { value: "renditions", label: "Renditions", content: <RenditionsTab item={item} /> },
        { value: "captions", label: "Captions", content: <CaptionsTab item={item} playerSeconds={playerSeconds} /> },
        artwork,
        { value: "scheduled", label: "Scheduled", content: <ItemSchedule usedBy={item.usedBy} /> },
      ];
  return (
    <>
      {!holdsOthers && (
        <div ref={preview}>
          <ItemPreview item={item} use={use} onPlay={() => setUse("plays")} />
        </div>
      )}
      <Tabs label="Parts of the item" value={tab} onChange={choose} tabs={tabs} className="px-5 pt-2 pb-24" />
    </>
  );
}

function DetailsTab({ item }: { item: ContentDetail }) {
  return (
    <div className="flex flex-col gap-7">
      <ItemFields item={item} />
      {!isContainer(item) && (
        <section aria-labelledby="item-source">
          <h3 id="item-source" className="eyebrow mb-2">
            Source
          </h3>
          <SourceFactsList item={item} />
        </section>
      )}
    </div>
  );
}

function RenditionsTab({ item }: { item: ContentDetail }) {
  if (item.renditions.length === 0) return <p className="text-muted">There are none until the file is converted.</p>;
  return <RenditionsTable renditions={item.renditions} />;
}
