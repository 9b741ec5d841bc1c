"use client";

import { later } from "@/components/ui/later";
import type { Channel } from "@/core/channels/contract";
import type { Stretch } from "@/core/schedule/gaps";
import type { DayName } from "@/core/schedule/grid-day";
import type { GuideIndex } from "@/core/schedule/guide-index";
import { useTemplates } from "../programming/use-templates";
import type { GuideBlock } from "./guide-block";
import type { GuideActions } from "./use-guide-actions";

/** A dialog above the guide. */
export type Asked =
  | { what: "block"; blockId: string }
  | { what: "fill"; channelId: string; stretch: Stretch }
  | { what: "preview"; channelId?: string; atMs?: number }
  | { what: "ad-break"; channelId?: string; atMs?: number }
  | { what: "copy-day" | "copy-week" | "save-template" | "apply-template" };

// They come when they are asked for: the guide itself has to be there at once.
const BlockDialog = later(() => import("./block-dialog").then((module) => module.BlockDialog));
const FillDialog = later(() => import("./fill-dialog").then((module) => module.FillDialog));
const CopyDialog = later(() => import("./copy-dialog").then((module) => module.CopyDialog));
const AdBreakDialog = later(() => import("./ad-break-dialog").then((module) => module.AdBreakDialog));
const SaveTemplateDialog = later(() =>
  import("../programming/save-template-dialog").then((module) => module.SaveTemplateDialog),
);
const ApplyTemplateDialog = later(() =>
  import("../programming/apply-template-dialog").then((module) => module.ApplyTemplateDialog),
);
const AirPreviewDialog = later(() => import("../channels/air-preview").then((module) => module.AirPreviewDialog));

interface GuideDialogsProps {
  asked: Asked | null;
  channels: readonly Channel[];
  channel: Channel;
  day: DayName;
  index: GuideIndex<GuideBlock>;
  pendingIds: ReadonlySet<string>;
  editableFrom: (channelId: string) => number | null;
  actions: GuideActions;
  onAsk: (asked: Asked | null) => void;
  onDay: (day: DayName) => void;
}

export function GuideDialogs(props: GuideDialogsProps) {
  const { asked, channel, day, actions, onAsk } = props;
  const close = () => onAsk(null);
  const channelOf = (id = channel.id) => props.channels.find((each) => each.id === id) ?? channel;
  switch (asked?.what) {
    case "block":
      return <BlockIn {...props} blockId={asked.blockId} />;
    case "fill": {
      const { channelId, stretch } = asked;
      return (
        <FillDialog channelId={channelId} stretch={stretch} timeZone={channelOf(channelId).timezone} onClose={close} />
      );
    }
    case "preview":
      return <AirPreviewDialog channel={channelOf(asked.channelId)} atMs={asked.atMs} onClose={close} />;
    case "copy-day":
    case "copy-week": {
      const what = asked.what === "copy-day" ? "day" : "week";
      return <CopyDialog channel={channel} what={what} day={day} onClose={close} onDay={props.onDay} />;
    }
    case "ad-break": {
      const at = channelOf(asked.channelId);
      return (
        <AdBreakDialog
          channel={at}
          day={day}
          atMs={asked.atMs}
          index={props.index}
          editableFromMs={props.editableFrom(at.id)}
          onPlace={actions.place}
          onClose={close}
        />
      );
    }
    case "save-template":
      return <SaveTemplateDialog channel={channel} day={day} onClose={close} />;
    case "apply-template":
      return <ApplyIn {...props} />;
    default:
      return null;
  }
}

function BlockIn(props: GuideDialogsProps & { blockId: string }) {
  const { blockId, index, actions, onAsk } = props;
  const block = [...index.values()].flat().find(({ id }) => id === blockId);
  if (!block) return null;
  return (
    <BlockDialog
      key={block.id}
      block={block}
      index={index}
      channel={props.channels.find(({ id }) => id === block.channelId) ?? props.channel}
      editableFromMs={props.editableFrom(block.channelId)}
      isPending={props.pendingIds.has(block.id)}
      onClose={() => onAsk(null)}
      onChange={actions.change}
      onRemove={(one) => actions.remove([one])}
      onPreview={(atMs) => onAsk({ what: "preview", channelId: block.channelId, atMs })}
    />
  );
}

function ApplyIn({ channel, day, onAsk }: GuideDialogsProps) {
  const templates = useTemplates(channel.id).data?.items ?? [];
  if (templates.length === 0) return null;
  return <ApplyTemplateDialog channel={channel} templates={templates} day={day} onClose={() => onAsk(null)} />;
}
