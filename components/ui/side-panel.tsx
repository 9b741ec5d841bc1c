"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "./icon-button";
import { useMediaQuery } from "./use-media-query";
import { useModal } from "./use-modal";

interface SidePanelProps {
  title: ReactNode;
  onClose: () => void;
  /** Buttons beside the one that closes. */
  actions?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
}

/**
 * Details beside a list. On a wide screen the list stays in use; on a narrow one the panel covers the page and
 * keeps the focus. Escape closes it. Place it as the last child of a flex row.
 */
export function SidePanel(props: SidePanelProps) {
  const isBeside = useMediaQuery("(min-width: 64rem)", true);
  return isBeside ? <PanelBeside {...props} /> : <PanelAbove {...props} />;
}

function PanelBeside(props: SidePanelProps) {
  const panel = useRef<HTMLElement>(null);
  const id = useId();
  const { onClose } = props;

  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // Menus, dialogs and fields that use Escape themselves come first.
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog:modal")) return;
      onClose();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [onClose]);

  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-labelledby={id}
      className="sticky top-(--bar-height) flex max-lg:hidden h-[calc(100dvh-var(--bar-height))] w-[26rem] shrink-0 flex-col border-border border-l bg-surface outline-none 2xl:w-[32rem]"
    >
      <PanelContent {...props} titleId={id} />
    </aside>
  );
}

function PanelAbove(props: SidePanelProps) {
  const modal = useModal(props.onClose, { firstFocus: "whole" });
  const id = useId();
  return (
    <dialog
      {...modal}
      aria-labelledby={id}
      className="fixed inset-0 m-0 h-dvh max-h-none w-full max-w-none flex-col bg-surface text-base text-text outline-none open:flex"
    >
      <PanelContent {...props} titleId={id} />
    </dialog>
  );
}

function PanelContent({ title, titleId, onClose, actions, children, footer }: SidePanelProps & { titleId: string }) {
  return (
    <>
      <header className="flex h-12 shrink-0 items-center gap-1 border-border border-b pr-2 pl-5">
        <h2 id={titleId} className="min-w-0 flex-1 truncate font-semibold">
          {title}
        </h2>
        {actions}
        <IconButton label="Close" shortcut="Esc" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
      {footer && <footer className="shrink-0 border-border border-t px-5 py-3">{footer}</footer>}
    </>
  );
}
