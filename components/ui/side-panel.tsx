"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { focusWhole } from "./focus-whole";
import { IconButton } from "./icon-button";
import { useMediaQuery } from "./use-media-query";

interface SidePanelProps {
  title: ReactNode;
  onClose: () => void;
  /** Buttons beside the one that closes. */
  actions?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  className?: string;
}

/**
 * Details beside a list. On a wide screen the list stays in use; on a narrow one the panel covers the page and
 * keeps the focus. Escape closes it. Place it as the last child of a flex row.
 */
export function SidePanel({ title, onClose, actions, children, footer, className }: SidePanelProps) {
  const beside = useMediaQuery("(min-width: 64rem)");
  return (
    <Primitive.Root open modal={!beside} onOpenChange={(open) => !open && onClose()}>
      <Primitive.Content
        aria-describedby={undefined}
        onInteractOutside={(event) => event.preventDefault()}
        onOpenAutoFocus={focusWhole}
        className={cn(
          "fixed inset-0 z-40 flex flex-col bg-surface outline-none lg:sticky lg:inset-auto lg:top-(--bar-height) lg:z-10 lg:h-[calc(100dvh-var(--bar-height))] lg:w-[26rem] lg:shrink-0 lg:border-border lg:border-l 2xl:w-[32rem]",
          className,
        )}
      >
        <header className="flex h-12 shrink-0 items-center gap-1 border-border border-b pr-2 pl-5">
          <Primitive.Title className="min-w-0 flex-1 truncate font-semibold">{title}</Primitive.Title>
          {actions}
          <Primitive.Close asChild>
            <IconButton label="Close" shortcut="Esc">
              <X aria-hidden />
            </IconButton>
          </Primitive.Close>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
        {footer && <footer className="shrink-0 border-border border-t px-5 py-3">{footer}</footer>}
      </Primitive.Content>
    </Primitive.Root>
  );
}
