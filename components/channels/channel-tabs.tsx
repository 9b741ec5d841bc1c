"use client";

import type { ReactNode } from "react";
import type { Channel } from "@/core/channels/contract";
import { AsRunTab } from "./as-run-tab";
import { ChannelOverview } from "./channel-overview";
import { ProgrammingTab } from "./programming-tab";
import { StreamCheck } from "./stream-check";

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
