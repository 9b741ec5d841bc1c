"use client";

import { CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useEffect } from "react";
import { Toaster as Sonner } from "sonner";
import { toasterWish } from "./notify";

/** Where messages appear. Above the bottom bar on narrow screens. */
export function Toaster() {
  useEffect(() => toasterWish.fulfil(), []);
  return (
    <Sonner
      position="bottom-center"
      // One above the other: folded, the last would lie on the Undo of the one before.
      expand
      offset={{ bottom: 56 }}
      mobileOffset={{ bottom: 112 }}
      style={{ fontFamily: "inherit" }}
      icons={{
        success: <CircleCheck className="size-4 text-ok" aria-hidden />,
        error: <TriangleAlert className="size-4 text-danger" aria-hidden />,
        info: <Info className="size-4 text-accent" aria-hidden />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-(--width) items-start font-sans gap-2.5 rounded-md border border-border bg-raised px-3.5 py-3 text-base text-text shadow-raised",
          content: "min-w-0 flex-1",
          title: "font-medium",
          description: "text-muted text-sm",
          icon: "mt-0.5",
          actionButton: "shrink-0 rounded-sm px-1.5 font-medium text-accent hover:bg-hover",
          cancelButton: "shrink-0 rounded-sm px-1.5 text-muted hover:bg-hover",
        },
      }}
    />
  );
}
