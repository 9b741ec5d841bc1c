import { CalendarRange, ChartLine, Clapperboard, type LucideIcon, RadioTower } from "lucide-react";

export interface NavItem {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Pressed after "g". */
  letter: string;
}

/** The Studio's places, in the order of the work: bring in, lay out, put on air, see who watches. */
export const NAV_SECTIONS: readonly { title: string; items: readonly NavItem[] }[] = [
  { title: "Catalog", items: [{ href: "/library", label: "Library", icon: Clapperboard, letter: "l" }] },
  {
    title: "Air",
    items: [
      { href: "/schedule", label: "Schedule", icon: CalendarRange, letter: "s" },
      { href: "/channels", label: "Channels", icon: RadioTower, letter: "c" },
    ],
  },
  { title: "Audience", items: [{ href: "/analytics", label: "Analytics", icon: ChartLine, letter: "a" }] },
];

export const NAV_ITEMS: readonly NavItem[] = NAV_SECTIONS.flatMap(({ items }) => items);

/** Whether a page belongs to a place: the place itself or anything under it. */
export function isUnder(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
