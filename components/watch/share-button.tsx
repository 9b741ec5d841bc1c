"use client";

import { Share2 } from "lucide-react";
import { useState } from "react";
import { later } from "@/components/ui/later";
import type { PublicChannel } from "@/core/channels/contract";
import { Button } from "../ui/button";

/** Comes with the first wish to share. */
const ShareDialog = later(() => import("./share-dialog").then((module) => module.ShareDialog));

export function ShareButton({ channel }: { channel: PublicChannel }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" icon={<Share2 aria-hidden />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Share
      </Button>
      {isOpen && <ShareDialog channel={channel} onClose={() => setOpen(false)} />}
    </>
  );
}
