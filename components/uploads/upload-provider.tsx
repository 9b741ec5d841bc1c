"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { forgetAnswers } from "@/components/api/deliveries";
import { toast } from "@/components/ui/notify";
import { DropZone } from "./drop-zone";
import { hasRemembered } from "./remembered";

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
  const { desk, open, prepare } = useDesk();
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => desk?.queue.open(), [desk]);
  useEffect(() => {
    if (hasRemembered()) prepare();
  }, [prepare]);

  const add = useCallback(
    async (files: readonly File[]) => {
      try {
        const { queue, sortFiles } = await open();
        const { good, refusal } = sortFiles(files);
        queue.add(good);
        if (refusal) toast.error(refusal);
      } catch {
        toast.error("No connection to the server, so no upload could begin. Add the files again.");
      }
    },
    [open],
  );
  const choose = useCallback(() => {
    picker.current?.click();
    prepare();
  }, [prepare]);
  const uploads = useMemo(() => ({ add, choose }), [add, choose]);

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
          void add([...(event.target.files ?? [])]);
          // So that the same file can be chosen again.
          event.target.value = "";
        }}
      />
      <DropZone onNear={prepare} onFiles={add} />
      {desk && <desk.UploadPanel queue={desk.queue} onChoose={choose} />}
    </Context>
  );
}

type Desk = Awaited<ReturnType<typeof setDesk>>;

/** The queue and what shows it. They come with the first upload, not with the page. */
function useDesk() {
  const client = useQueryClient();
  const [desk, show] = useState<Desk | null>(null);
  const coming = useRef<Promise<Desk>>(undefined);
  const open = useCallback(() => {
    coming.current ??= setDesk(() => {
      forgetAnswers();
      void client.invalidateQueries({ queryKey: ["content"] });
    });
    coming.current.then(show, () => {
      coming.current = undefined;
    });
    return coming.current;
  }, [client]);
  /** Without a word if it fails: there is nothing to upload yet. */
  const prepare = useCallback(() => {
    open().catch(() => {});
  }, [open]);
  return { desk, open, prepare };
}

async function setDesk(onChange: () => void) {
  const [{ UploadQueue }, { UploadPanel }, { sortFiles }] = await Promise.all([
    import("./upload-queue"),
    import("./upload-panel"),
    import("./sort-files"),
  ]);
  return { queue: new UploadQueue(onChange), UploadPanel, sortFiles };
}
