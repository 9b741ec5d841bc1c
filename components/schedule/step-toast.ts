import { toast } from "../ui/notify";
import type { EditQueue } from "./edit-queue";

/** Long enough to notice a slip, read the line and reach the button. */
const SHOWN_FOR_MS = 12_000;
/** One toast for the newest step: the button must never take back another than the one that is named. */
const TOAST_ID = "guide-edit";

/** Says what was done, with a button that takes it back. */
export function toastStep(queue: EditQueue, said: string, description?: string): void {
  const action = { label: "Undo", onClick: () => toastTakenBack(queue, queue.undo()?.label) };
  toast(said, { id: TOAST_ID, duration: SHOWN_FOR_MS, description, action });
}

/** Says what was taken back, with a button that does it again. */
export function toastTakenBack(queue: EditQueue, label: string | undefined): void {
  if (!label) return;
  const action = { label: "Redo", onClick: () => toastDoneAgain(queue, queue.redo()?.label) };
  toast(`Undone: ${label}`, { id: TOAST_ID, duration: SHOWN_FOR_MS, description: undefined, action });
}

export function toastDoneAgain(queue: EditQueue, label: string | undefined): void {
  if (label) toastStep(queue, `Done again: ${label}`);
}

/** Says what can be taken back no more, without a button. */
export function toastPlain(said: string, description?: string): void {
  toast(said, { id: TOAST_ID, description, action: undefined });
}
