"use client";

import { later } from "@/components/ui/later";
import { Menu } from "@/components/ui/menu";
import { useTheme } from "./use-theme";
import type { UserMenuItemsProps } from "./user-menu-items";

const Items = later(() => import("./user-menu-items").then((module) => module.UserMenuItems));

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? "")][0] ?? "").join("");
}

export function UserMenu({ user, theme: rendered }: UserMenuItemsProps) {
  const theme = useTheme(rendered);
  return (
    <Menu
      onNear={Items.prepare}
      trigger={
        <button
          type="button"
          className="flex size-8 shrink-0 items-center justify-center rounded-full border border-border-strong bg-raised font-semibold text-xs uppercase hover:bg-hover"
        >
          {initials(user.name)}
          <span className="sr-only"> – Account of {user.name}</span>
        </button>
      }
    >
      <Items user={user} theme={theme} />
    </Menu>
  );
}
