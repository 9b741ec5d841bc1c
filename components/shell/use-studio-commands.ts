"use client";

import {
  CalendarRange,
  ChartLine,
  Clapperboard,
  Code,
  FileDown,
  FolderUp,
  Keyboard,
  KeyRound,
  Layers,
  ListChecks,
  LockKeyhole,
  LogOut,
  Monitor,
  MonitorSmartphone,
  Moon,
  Plus,
  RadioTower,
  ScrollText,
  ShieldCheck,
  SlidersHorizontal,
  Sun,
  Tv,
  Upload,
  UserRound,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useUploads } from "@/components/uploads/upload-provider";
import { type Surface, useCommands } from "./commands-context";
import type { PaletteCommand } from "./palette-command";
import { leaveStudio } from "./sign-out";
import { chooseTheme } from "./theme";

/** What can be done and gone to from anywhere, whatever the creator owns. */
export function useStudioCommands(open: (surface: Surface) => void): PaletteCommand[] {
  const router = useRouter();
  const { choose } = useUploads();
  const { isModerator } = useCommands();
  const place = (
    label: string,
    href: string,
    icon: PaletteCommand["icon"],
    words = "",
    aside?: string,
  ): PaletteCommand => {
    return { id: href, section: "Go to", label, icon, words, aside, run: () => router.push(href) };
  };
  const act = (label: string, icon: PaletteCommand["icon"], run: () => void, words = ""): PaletteCommand => {
    return { id: label, section: "Do", label, icon, words, run };
  };
  return [
    act("Upload files", Upload, choose, "add video content new"),
    act("Import from addresses or a CSV file", FolderUp, () => router.push("/library/import"), "url link catalogue"),
    act("New channel", Plus, () => open("new-channel"), "create"),
    place("Library", "/library", Clapperboard, "catalog on demand content items", "g l"),
    place("Schedule", "/schedule", CalendarRange, "guide epg", "g s"),
    place("Channels", "/channels", RadioTower, "", "g c"),
    place("Analytics", "/analytics", ChartLine, "viewers views revenue audience", "g a"),
    ...(isModerator ? [place("Review", "/review", ShieldCheck, "moderation approve block queue", "g r")] : []),
    place("Series", "/library?type=series&view=grid", Tv, "library seasons episodes"),
    place("Groups", "/library/groups", Layers, "library content groups collections"),
    place("Import", "/library/import", FileDown, "library csv urls"),
    place("Jobs", "/library/jobs", ListChecks, "library imports progress"),
    place("Account", "/account", UserRound, "profile password sessions preferences"),
    place("API Keys", "/account/api-keys", KeyRound, "account tokens"),
    place("Preferences", "/account/preferences", SlidersHorizontal, "account theme time zone clock 24 hours"),
    place("Sessions and TVs", "/account/sessions", MonitorSmartphone, "account devices revoke"),
    place("Password", "/account/password", LockKeyhole, "account change"),
    place("Activity", "/account/activity", ScrollText, "account audit log"),
    place("Link a TV", "/link", Tv, "device code television"),
    place("For developers", "/developers", Code, "api documentation quickstart"),
    act("Dark theme", Moon, () => chooseTheme("dark"), "appearance night"),
    act("Light theme", Sun, () => chooseTheme("light"), "appearance day"),
    act("Theme of the system", Monitor, () => chooseTheme("system"), "appearance"),
    act("Keyboard shortcuts", Keyboard, () => open("shortcuts"), "help keys"),
    act("Sign out", LogOut, () => void leaveStudio(), "leave log out"),
  ];
}
