"use client";

import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";
import { useModal } from "./use-modal";

export interface DialogFrameProps {
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** One sentence under the title. */
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the one that goes on last. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** A press outside does not close it, because what it shows would be lost. */
  isFirm?: boolean;
  /** Nothing inside can be reached by Tab, so what scrolls must be. */
  isOnlyText?: boolean;
}

const WIDTH = { sm: "sm:max-w-sm", md: "sm:max-w-lg", lg: "sm:max-w-3xl" };

/** See `Dialog`. */
export function DialogFrame(props: DialogFrameProps) {
  const { onOpenChange, title, description, children, footer, size = "md", isFirm, isOnlyText } = props;
  const modal = useModal(() => onOpenChange(false), { isFirm });
  const id = useId();
  return (
    <dialog
      {...modal}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      className={cn(
        "fixed inset-x-0 top-auto bottom-0 m-0 mx-auto max-h-[92dvh] w-full max-w-full flex-col rounded-t-lg border border-border bg-raised text-base text-text shadow-raised outline-none backdrop:bg-scrim open:flex open:animate-enter sm:top-[12vh] sm:bottom-auto sm:max-h-[76vh] sm:w-[calc(100%-2rem)] sm:rounded-lg",
        WIDTH[size],
      )}
    >
      <header className="flex items-start gap-3 px-5 pt-4 pb-2">
        <div className="min-w-0 flex-1">
          <h2 id={`${id}-title`} className="break-words font-semibold text-lg">
            {title}
          </h2>
          {description && (
            <p id={`${id}-description`} className="mt-0.5 text-muted">
              {description}
            </p>
          )}
        </div>
        <IconButton label="Close" size="sm" className="-mr-1.5" onClick={() => onOpenChange(false)}>
          <X aria-hidden />
        </IconButton>
      </header>
      {children && (
        <div tabIndex={isOnlyText ? 0 : undefined} className="min-h-0 flex-1 overflow-y-auto px-5 py-2">
          {children}
        </div>
      )}
      {footer && <footer className="flex flex-wrap justify-end gap-2 px-5 pt-3 pb-4">{footer}</footer>}
    </dialog>
  );
}
