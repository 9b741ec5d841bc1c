"use client";

import { cn } from "@/components/ui/cn";
import type { ContentItem } from "@/core/content/contract";
import { itemAddress, openWithin } from "./library-address";

interface ItemLinkProps {
  item: ContentItem;
  search: string;
  isOpen: boolean;
  className?: string;
}

/** The title, which opens the panel. Its press area is the whole row or picture around it. */
export function ItemLink({ item, search, isOpen, className }: ItemLinkProps) {
  return (
    <a
      href={itemAddress(item.id, search ? `?${search}` : "")}
      data-item={item.id}
      aria-current={isOpen ? "true" : undefined}
      onClick={openWithin}
      className={cn(
        "line-clamp-2 break-words font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2",
        className,
      )}
    >
      {item.title}
    </a>
  );
}
