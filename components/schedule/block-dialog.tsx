"use client";

import { CalendarClock, Clapperboard, Trash2 } from "lucide-react";
import Link from "next/link";
import { type FormEvent, useId } from "react";
import type { Channel } from "@/core/channels/contract";
import { dayOf } from "@/core/schedule/grid-day";
import { dayText } from "@/core/schedule/grid-text";
import type { GuideIndex } from "@/core/schedule/guide-index";
import { Thumbnail } from "../library/thumbnail";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { BlockFields } from "./block-fields";
import { BreaksForm, pointsInside } from "./breaks-form";
import { type GuideBlock, isLockedBlock, isOutsideRights } from "./guide-block";
import { GuideEntry } from "./guide-entry";
import { refusalShown } from "./refusal-text";
import { useBlockDraft } from "./use-block-draft";

interface BlockDialogProps {
  block: GuideBlock;
  channel: Channel;
  index: GuideIndex<GuideBlock>;
  editableFromMs: number | null;
  isPending: boolean;
  onClose: () => void;
  /** False when it cannot be so; the guide says why. */
  onChange: (block: GuideBlock, after: GuideBlock) => boolean;
  onRemove: (block: GuideBlock) => boolean;
  onPreview: (atMs: number) => void;
}

const KIND_NAME = { content: "Programme", filler: "Filler", ad_break: "Ad break" };

/** A block in detail: its times to the second, its kind, what viewers will read, its breaks. */
export function BlockDialog(props: BlockDialogProps) {
  const { channel, index, editableFromMs, onClose, onChange, onRemove } = props;
  const { timezone } = channel;
  const formId = useId();
  const draft = useBlockDraft(props.block, index, timezone, editableFromMs);
  const { block, after, refusal, canSave } = draft;
  const line = index.get(block.channelId) ?? [];
  const isLocked = isLockedBlock(block, editableFromMs);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSave && after && onChange(block, after)) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={block.title}
      description={`${KIND_NAME[block.kind]} on ${channel.name}, ${dayText(dayOf(block.fromMs, timezone))}`}
      footer={
        <>
          <Button
            tone="danger"
            className="mr-auto"
            icon={<Trash2 aria-hidden />}
            disabled={isLocked}
            onClick={() => onRemove(block) && onClose()}
          >
            Remove
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} tone="primary" disabled={!canSave}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <div className="flex items-start gap-4">
          {block.content && <Thumbnail url={block.thumbnailUrl} className="w-36" />}
          <div className="flex min-w-0 flex-1 flex-col items-start gap-2">
            <p className="line-clamp-3 text-muted">
              {block.content ? block.content.description || "No description yet." : "The channel's filler plays here."}
            </p>
            <div className="flex flex-wrap gap-2">
              <Button size="sm" icon={<CalendarClock aria-hidden />} onClick={() => props.onPreview(block.fromMs)}>
                Watch it as it will air
              </Button>
              {block.contentItemId && block.content?.status !== "deleted" && (
                <Button size="sm" tone="quiet" asChild>
                  <Link href={`/library/${block.contentItemId}`}>
                    <Clapperboard aria-hidden />
                    Open in the library
                  </Link>
                </Button>
              )}
            </div>
          </div>
        </div>
        {isOutsideRights(block) && (
          <p className="text-sm text-warn">
            The rights of this content do not cover the whole block, so filler plays in its place. Move it, or change
            the rights in the library.
          </p>
        )}
        {isLocked && (
          <Badge tone="neutral" className="self-start">
            Locked: on air, about to be, or over. Its end may still be brought forward.
          </Badge>
        )}
        <BlockFields draft={draft} isLocked={isLocked} />
        {refusal && (
          <p role="alert" className="text-sm text-warn">
            {refusalShown(refusal, line, timezone).message}
          </p>
        )}
        <GuideEntry block={after ?? block} line={line} channel={channel} />
        <p className="text-muted text-xs">Times are those of {timezone.replaceAll("_", " ")}.</p>
      </form>
      {pointsInside(block).length > 0 && !props.isPending && (
        <BreaksForm channelId={block.channelId} block={block} onDone={onClose} />
      )}
    </Dialog>
  );
}
