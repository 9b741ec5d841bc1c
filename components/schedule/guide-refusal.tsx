import { TriangleAlert, X } from "lucide-react";
import { IconButton } from "../ui/icon-button";
import { calloutShiftPx } from "./callout-shift";
import type { PlacedRefusal } from "./use-guide-actions";
import type { GuideView } from "./use-guide-view";

interface GuideRefusalProps {
  refusal: PlacedRefusal;
  x: number;
  view: GuideView;
  onDismiss: () => void;
}

/** Why an edit was not carried out, at the place where it was tried. */
export function GuideRefusal({ refusal, x, view, onDismiss }: GuideRefusalProps) {
  return (
    <div className="absolute inset-y-0 z-30 w-0 border-warn border-l-2" style={{ left: x }}>
      <div
        role="alert"
        className="absolute top-full left-0 mt-2 flex w-max max-w-80 items-start gap-2 rounded-md border border-warn bg-warn-soft py-1.5 pr-1 pl-2.5 text-sm text-warn shadow-raised"
        style={{ transform: `translateX(${calloutShiftPx(view, x, 330)}px)` }}
      >
        <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
        <p className="py-0.5">{refusal.message}</p>
        <IconButton label="Dismiss" size="sm" className="-my-0.5 text-warn" onClick={onDismiss}>
          <X aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}
