"use client";

import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { forgetAnswers } from "@/components/api/deliveries";
import { toast } from "@/components/ui/notify";
import { isMediaFile } from "@/core/uploads/is-media-file";
import { DropZone } from "./drop-zone";
import { UploadQueue } from "./upload-queue";

/** Nothing to see before the first upload, so it need not come with the page. */
const UploadPanel = dynamic(() => import("./upload-panel").then((module) => module.UploadPanel), { ssr: false });

interface Uploads {
  add(files: readonly File[]): void;
  /** Opens the browser's dialog to choose files. */
  choose(): void;
}

const Context = createContext<Uploads | null>(null);

/** Adds files to the uploads of this tab. For components below `UploadProvider`. */
export function useUploads(): Uploads {
  const uploads = use(Context);
  if (!uploads) throw new Error("useUploads needs an UploadProvider above it");
  return uploads;
}

/** Uploads for all signed-in pages: stands in their layout, so that bytes go on while the creator moves about. */
export function UploadProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [queue] = useState(
    () =>
      new UploadQueue(() => {
        forgetAnswers();
        void client.invalidateQueries({ queryKey: ["content"] });
      }),
  );
  const hasUploads = useSyncExternalStore(
    queue.subscribe,
    () => queue.snapshot().length > 0,
    () => false,
  );
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => queue.open(), [queue]);

  const add = useCallback(
    (files: readonly File[]) => {
      const { good, refused } = sorted(files);
      queue.add(good);
      if (refused.length > 0) toast.error(refusal(refused));
    },
    [queue],
  );
  const uploads = useMemo(() => ({ add, choose: () => picker.current?.click() }), [add]);

  return (
    <Context value={uploads}>
      {children}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept="video/*,audio/*,.mkv,.mxf,.ts,.m2ts,.mts,.vob"
        aria-label="Video files to upload"
        onChange={(event) => {
          add([...(event.target.files ?? [])]);
          // So that the same file can be chosen again.
          event.target.value = "";
        }}
      />
      <DropZone onFiles={add} />
      {hasUploads && <UploadPanel queue={queue} onChoose={uploads.choose} />}
    </Context>
  );
}

function sorted(files: readonly File[]): { good: File[]; refused: File[] } {
  const good: File[] = [];
  const refused: File[] = [];
  for (const file of files) {
    // Folders bring along what nobody means to upload.
    if (file.name.startsWith(".")) continue;
    (file.size > 0 && isMediaFile(file.name, file.type) ? good : refused).push(file);
  }
  return { good, refused };
}

function refusal(files: readonly File[]): string {
  const [first] = files;
  if (files.length > 1) return `${files.length} files hold no video or audio and were left out.`;
  return first?.size === 0 ? `${first.name} is empty.` : `${first?.name} holds no video or audio.`;
}
