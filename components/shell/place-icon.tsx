"use client";

import { useLinkStatus } from "next/link";
import { cn } from "@/components/ui/cn";
import type { NavItem } from "./nav-items";

/** The picture of a place; it breathes while the place is on its way, so that a press is never without an answer. */
export function PlaceIcon({ icon: Icon, className }: Pick<NavItem, "icon"> & { className: string }) {
  const { pending } = useLinkStatus();
  return <Icon className={cn(className, pending && "animate-shimmer text-accent")} aria-hidden />;
}
