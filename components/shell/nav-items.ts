import { CalendarRange, ChartLine, Clapperboard, type LucideIcon, RadioTower, ShieldCheck } from "lucide-react";

export interface NavItem {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Pressed after "g". */
  letter: string;
}

interface NavSection {
  title: string;
  items: readonly NavItem[];
}

/** The Studio's places, in the order of the work: bring in, lay out, put on air, see who watches. */
const SECTIONS: readonly NavSection[] = [
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

/** Where moderators decide about everybody's content. */
export const REVIEW: NavItem = { href: "/review", label: "Review", icon: ShieldCheck, letter: "r" };
const WITH_REVIEW: readonly NavSection[] = [...SECTIONS, { title: "House", items: [REVIEW] }];

/** The places that one sees. */
export function navSections(reviews: boolean): readonly NavSection[] {
  return reviews ? WITH_REVIEW : SECTIONS;
}

export function navItems(reviews: boolean): readonly NavItem[] {
  return navSections(reviews).flatMap(({ items }) => items);
}

/** Whether a page belongs to a place: the place itself or anything under it. */
export function isUnder(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
