import { CalendarRange, Clapperboard, RadioTower } from "lucide-react";

/** The Studio's places, in the order of the work: bring in, lay out, put on air. */
export const NAV_ITEMS = [
  { href: "/library", label: "Library", icon: Clapperboard },
  { href: "/schedule", label: "Schedule", icon: CalendarRange },
  { href: "/channels", label: "Channels", icon: RadioTower },
] as const;

/** Whether a page belongs to a place: the place itself or anything under it. */
export function isUnder(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
