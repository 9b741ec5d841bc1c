"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** The verb on the button: "Delete item", never "OK". */
  action: string;
  busy?: boolean;
  onConfirm: () => void;
}

/** Asks before something is destroyed. */
export function ConfirmDialog({ action, busy, onConfirm, ...rest }: ConfirmDialogProps) {
  return (
    <Dialog
      {...rest}
      size="sm"
      footer={
        <>
          <Button data-autofocus onClick={() => rest.onOpenChange(false)}>
            Cancel
          </Button>
          <Button tone="danger" busy={busy} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    />
  );
}
