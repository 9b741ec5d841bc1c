"use client";

import { Send } from "lucide-react";
import { useId } from "react";
import type { PublicChannel } from "@/core/channels/contract";
import { embedCode, embedUrlOf } from "@/core/channels/embed";
import { CopyButton } from "../channels/copy-button";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Input, Textarea } from "../ui/input";

interface ShareDialogProps {
  channel: PublicChannel;
  onClose: () => void;
}

/** The channel's address and the code that shows its player on another site; on devices that can, also their own way. */
export function ShareDialog({ channel: { name, watchUrl }, onClose }: ShareDialogProps) {
  const id = useId();
  const code = embedCode(embedUrlOf(watchUrl), name);
  const send = () => navigator.share({ title: name, url: watchUrl }).catch(() => {}); // it was closed again
  return (
    <Dialog open onOpenChange={onClose} title={`Share ${name}`}>
      <div className="flex flex-col gap-5 pb-3">
        <div>
          <div className="mb-1.5 flex items-end justify-between gap-3">
            <label htmlFor={`${id}-link`} className="font-medium">
              Link
            </label>
            <CopyButton text={watchUrl} label="the link" />
          </div>
          <Input
            id={`${id}-link`}
            readOnly
            value={watchUrl}
            onFocus={(event) => event.target.select()}
            className="text-muted"
          />
        </div>
        <div>
          <div className="mb-1.5 flex items-end justify-between gap-3">
            <label htmlFor={`${id}-code`} className="font-medium">
              Code for your own site
            </label>
            <CopyButton text={code} label="the code" />
          </div>
          <Textarea
            id={`${id}-code`}
            readOnly
            rows={6}
            value={code}
            onFocus={(event) => event.target.select()}
            className="font-mono text-muted text-sm"
          />
        </div>
        {"share" in navigator && (
          <Button icon={<Send aria-hidden />} size="lg" onClick={send}>
            Send it to somebody
          </Button>
        )}
      </div>
    </Dialog>
  );
}
