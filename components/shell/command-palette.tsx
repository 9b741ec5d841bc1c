"use client";

import { Command } from "cmdk";
import { LoaderCircle, Search } from "lucide-react";
import { useId, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import { useModal } from "@/components/ui/use-modal";
import type { Surface } from "./commands-context";
import { matching, type PaletteCommand } from "./palette-command";
import { useChannelCommands, useFoundContent } from "./use-found-commands";
import { useStudioCommands } from "./use-studio-commands";

interface CommandPaletteProps {
  onOpen: (surface: Surface) => void;
  onClose: () => void;
}

const SECTIONS = ["Do", "Go to", "Channels", "Content"];

/** Go anywhere, find anything, do anything, without leaving the keyboard. */
export function CommandPalette({ onOpen, onClose }: CommandPaletteProps) {
  const modal = useModal(onClose);
  const hint = useId();
  const [typed, setTyped] = useState("");
  const own = useStudioCommands(onOpen);
  const channels = useChannelCommands();
  const content = useFoundContent(typed);
  const shown = [...matching([...own, ...channels], typed), ...content.commands];

  function run(command: PaletteCommand) {
    onClose();
    command.run();
  }

  return (
    <dialog
      {...modal}
      aria-label="Commands"
      className="fixed inset-x-0 top-0 bottom-auto m-0 mx-auto max-h-dvh w-full max-w-full flex-col overflow-hidden border border-border bg-raised text-base text-text shadow-raised outline-none backdrop:bg-scrim open:flex open:animate-enter sm:top-[12vh] sm:w-[calc(100%-2rem)] sm:max-w-xl sm:rounded-lg"
    >
      <Command shouldFilter={false} loop label="Commands" className="flex min-h-0 flex-col">
        <div className="flex h-12 shrink-0 items-center gap-2.5 border-border border-b px-4">
          {content.isLooking ? (
            <LoaderCircle className="size-4 animate-spin text-muted" aria-hidden />
          ) : (
            <Search className="size-4 text-muted" aria-hidden />
          )}
          <Command.Input
            value={typed}
            onValueChange={setTyped}
            maxLength={200}
            aria-describedby={hint}
            placeholder="Go to a page, find content, do something…"
            className="h-full min-w-0 flex-1 bg-transparent outline-none"
          />
          <Kbd>Esc</Kbd>
        </div>
        <Command.List className="max-h-[min(26rem,60dvh)] overflow-y-auto overscroll-contain p-1.5">
          <Command.Empty className="px-3 py-8 text-center text-muted">
            {content.isLooking
              ? "Looking…"
              : content.isError
                ? "The library cannot be searched right now."
                : "Nothing found."}
          </Command.Empty>
          {SECTIONS.map((section) => {
            const commands = shown.filter((command) => command.section === section);
            if (commands.length === 0) return null;
            return (
              <Command.Group
                key={section}
                heading={section}
                className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs"
              >
                {commands.map((command) => (
                  <Line key={command.id} command={command} onRun={() => run(command)} />
                ))}
              </Command.Group>
            );
          })}
        </Command.List>
        <p id={hint} className="flex items-center gap-1.5 border-border border-t px-4 py-2 text-muted text-xs">
          <Kbd>↑</Kbd>
          <Kbd>↓</Kbd> to choose, <Kbd>Enter</Kbd> to go, <Kbd>?</Kbd> outside of this for every shortcut
        </p>
      </Command>
    </dialog>
  );
}

function Line({ command, onRun }: { command: PaletteCommand; onRun: () => void }) {
  const { id, label, aside, icon: Icon } = command;
  return (
    <Command.Item
      value={id}
      onSelect={onRun}
      className="flex h-9 cursor-default select-none items-center gap-2.5 rounded-md px-2.5 data-[selected=true]:bg-pressed [&_svg]:text-muted"
    >
      <Icon className="size-4 shrink-0" aria-hidden />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {aside && <span className="max-w-40 shrink-0 truncate text-muted text-xs">{aside}</span>}
    </Command.Item>
  );
}
