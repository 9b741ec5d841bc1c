"use client";

import type { ReactNode } from "react";
import { later } from "@/components/ui/later";
import type { Channel } from "@/core/channels/contract";
import { Skeleton } from "../ui/skeleton";
import { ChannelOverview } from "./channel-overview";

/** The views that are not seen at first come when they are opened. */
const waiting = <Skeleton className="h-96 w-full" />;
const AsRunTab = later(() => import("./as-run-tab").then((module) => module.AsRunTab), { waiting });
const ProgrammingTab = later(() => import("./programming-tab").then((module) => module.ProgrammingTab), { waiting });
const StreamCheck = later(() => import("./stream-check").then((module) => module.StreamCheck), { waiting });

interface ChannelTab {
  /** Its name in the page's address. */
  value: string;
  label: string;
  render: (channel: Channel) => ReactNode;
}

/** The views of a channel's page, in order; the first is shown at its plain address. */
export const CHANNEL_TABS: readonly ChannelTab[] = [
  { value: "overview", label: "Overview", render: (channel) => <ChannelOverview channel={channel} /> },
  { value: "programming", label: "Programming", render: (channel) => <ProgrammingTab channel={channel} /> },
  { value: "as-run", label: "As-run", render: (channel) => <AsRunTab channel={channel} /> },
  { value: "stream", label: "Stream check", render: (channel) => <StreamCheck channel={channel} /> },
];
