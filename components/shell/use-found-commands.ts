"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CalendarRange, Clapperboard, Copy, RadioTower } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { api } from "@/components/api/client";
import { useChannels } from "@/components/channels/use-channels";
import { copyText } from "@/components/ui/copy-text";
import { toast } from "@/components/ui/notify";
import type { Channel } from "@/core/channels/contract";
import type { ContentList } from "@/core/content/contract";
import type { PaletteCommand } from "./palette-command";

const TYPING_PAUSE_MS = 120;
const SHOWN = 8;

/** Every channel with what can be done with it; publishing asks on the channel's page first. */
export function useChannelCommands(): PaletteCommand[] {
  const router = useRouter();
  const channels = useChannels().data?.items ?? [];
  return channels.flatMap((channel) => commandsOf(channel, (href) => router.push(href)));
}

function commandsOf(channel: Channel, go: (href: string) => void): PaletteCommand[] {
  const { id, name } = channel;
  const isDraft = channel.status === "draft";
  const about = { section: "Channels", isDeep: true };
  return [
    {
      ...about,
      id: `channel-${id}`,
      label: name,
      icon: RadioTower,
      aside: isDraft ? "Draft" : "On air",
      words: channel.slug,
      run: () => go(`/channels/${id}`),
    },
    {
      ...about,
      id: `schedule-${id}`,
      label: `Schedule of ${name}`,
      icon: CalendarRange,
      words: "guide epg",
      run: () => go(`/schedule?channelId=${id}`),
    },
    {
      ...about,
      id: `publish-${id}`,
      label: isDraft ? `Publish ${name}…` : `Unpublish ${name}…`,
      icon: RadioTower,
      words: isDraft ? "put on air" : "take off air stop",
      run: () => go(`/channels/${id}?ask=${isDraft ? "publish" : "unpublish"}`),
    },
    {
      ...about,
      id: `address-${id}`,
      label: `Copy the HLS address of ${name}`,
      icon: Copy,
      words: "url link m3u8",
      run: () => void copy(channel.hlsUrl, name),
    },
  ];
}

async function copy(text: string, name: string): Promise<void> {
  try {
    await copyText(text);
    toast.success(`The HLS address of “${name}” is copied`);
  } catch {
    toast.error("The browser did not let it be copied", { description: text });
  }
}

/** Items whose titles hold what was typed, as commands that open them; and whether the answer is still on its way. */
export function useFoundContent(typed: string): { commands: PaletteCommand[]; isLooking: boolean; isError: boolean } {
  const router = useRouter();
  const wanted = typed.trim();
  const [q, setQ] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setQ(wanted), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  const params = { q, per_page: SHOWN, sort: "title", direction: "asc" };
  const found = useQuery({
    queryKey: ["content", "list", "palette", params],
    enabled: q !== "",
    queryFn: ({ signal }) => api.get<ContentList>("/v1/creator/content", params, { signal }),
    placeholderData: keepPreviousData,
  });
  const items = q === "" || wanted === "" ? [] : (found.data?.items ?? []);
  const commands = items.map((item): PaletteCommand => {
    return {
      id: `content-${item.id}`,
      section: "Content",
      label: item.title,
      icon: Clapperboard,
      aside: item.seriesTitle ?? undefined,
      run: () => router.push(`/library/${item.id}`),
    };
  });
  return { commands, isLooking: wanted !== q || (q !== "" && found.isFetching), isError: found.isError };
}
