"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { CommandPalette } from "./command-palette";
import type { Surface } from "./commands-context";
import { ShortcutSheet } from "./shortcut-sheet";

const ChannelForm = dynamic(() => import("@/components/channels/channel-form").then((module) => module.ChannelForm), {
  ssr: false,
});

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
