"use client";

import { useRouter } from "next/navigation";
import { later } from "@/components/ui/later";
import { CommandPalette } from "./command-palette";
import type { Surface } from "./commands-context";
import { ShortcutSheet } from "./shortcut-sheet";

const ChannelForm = later(() => import("@/components/channels/channel-form").then((module) => module.ChannelForm));

interface CommandSurfaceProps {
  surface: Surface;
  onOpen: (surface: Surface) => void;
  onClose: () => void;
}

/** The one thing that a key brought up. */
export function CommandSurface({ surface, onOpen, onClose }: CommandSurfaceProps) {
  const router = useRouter();
  if (surface === "shortcuts") return <ShortcutSheet onClose={onClose} />;
  if (surface === "new-channel") {
    return <ChannelForm onClose={onClose} onDone={({ id }) => router.push(`/channels/${id}`)} />;
  }
  return <CommandPalette onOpen={onOpen} onClose={onClose} />;
}
