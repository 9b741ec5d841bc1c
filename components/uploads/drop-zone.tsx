"use client";

import { FolderUp } from "lucide-react";
import { useEffect, useState } from "react";
import { droppedFiles } from "./dropped-files";

interface DropZoneProps {
  /** Files are being dragged over the page. */
  onNear: () => void;
  onFiles: (files: readonly File[]) => void;
}

/** Takes files that are dropped anywhere on the page, and says so while they are dragged over it. */
export function DropZone({ onNear, onFiles }: DropZoneProps) {
  const [over, setOver] = useState(false);

  useEffect(() => {
    // Every element entered is also left; only at zero have the files left the page.
    let depth = 0;
    const show = (next: number) => {
      depth = Math.max(0, next);
      setOver(depth > 0);
    };
    const enter = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      show(depth + 1);
      onNear();
    };
    const leave = (event: DragEvent) => bringsFiles(event) && show(depth - 1);
    const hover = (event: DragEvent) => bringsFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      if (!bringsFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      show(0);
      void droppedFiles(event.dataTransfer).then(onFiles);
    };
    window.addEventListener("dragenter", enter);
    window.addEventListener("dragleave", leave);
    window.addEventListener("dragover", hover);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragenter", enter);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("dragover", hover);
      window.removeEventListener("drop", drop);
    };
  }, [onNear, onFiles]);

  if (!over) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-50 grid place-items-center bg-scrim p-4">
      <div className="flex flex-col items-center gap-2 rounded-lg border-2 border-accent border-dashed bg-raised px-10 py-8 text-center shadow-raised">
        <FolderUp className="size-8 stroke-[1.25] text-accent" aria-hidden />
        <p className="font-semibold text-lg">Drop to upload</p>
        <p className="text-muted">Files and folders with video or audio</p>
      </div>
    </div>
  );
}

/** Whether files are dragged, and not over a place that takes them for itself (`data-takes-files`). */
function bringsFiles(event: DragEvent): boolean {
  if (event.target instanceof Element && event.target.closest("[data-takes-files]")) return false;
  return event.dataTransfer?.types.includes("Files") ?? false;
}
