"use client";

import { Keyboard, KeyRound, LogOut, Search, ShieldCheck, Tv, UserRound } from "lucide-react";
import { IntentLink } from "@/components/ui/intent-link";
import { MenuChoice, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu-item";
import { useCommands } from "./commands-context";
import { leaveStudio } from "./sign-out";
import { chooseTheme, type Theme } from "./theme";

export interface UserMenuItemsProps {
  user: { name: string; email: string };
  theme: Theme;
}

const THEME_OPTIONS = [
  { value: "system" as const, label: "As the system" },
  { value: "light" as const, label: "Light" },
  { value: "dark" as const, label: "Dark" },
];

/** What stands under the initials of the account. */
export function UserMenuItems({ user, theme }: UserMenuItemsProps) {
  const { open, isModerator } = useCommands();
  return (
    <>
      <MenuLabel>
        <span className="block max-w-56 truncate font-medium text-sm text-text">{user.name}</span>
        <span className="block max-w-56 truncate">{user.email}</span>
      </MenuLabel>
      <MenuSeparator />
      <MenuItem asChild>
        <IntentLink href="/account">
          <UserRound aria-hidden />
          Account
        </IntentLink>
      </MenuItem>
      <MenuItem asChild>
        <IntentLink href="/account/api-keys">
          <KeyRound aria-hidden />
          API Keys
        </IntentLink>
      </MenuItem>
      {isModerator && (
        <MenuItem asChild>
          <IntentLink href="/review">
            <ShieldCheck aria-hidden />
            Review
          </IntentLink>
        </MenuItem>
      )}
      <MenuItem asChild>
        <IntentLink href="/">
          <Tv aria-hidden />
          What viewers see
        </IntentLink>
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Search aria-hidden />} shortcut="Ctrl K" onSelect={() => open("commands")}>
        Go anywhere
      </MenuItem>
      <MenuItem icon={<Keyboard aria-hidden />} shortcut="?" onSelect={() => open("shortcuts")}>
        Keyboard shortcuts
      </MenuItem>
      <MenuSeparator />
      <MenuChoice label="Theme" value={theme} onChange={chooseTheme} options={THEME_OPTIONS} />
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={() => void leaveStudio()}>
        Sign out
      </MenuItem>
    </>
  );
}
