import type { Channel } from "@/core/channels/contract";
import { clockText, lengthText } from "@/core/schedule/grid-text";
import { joinProgrammes } from "@/core/schedule/joined-programme";
import type { GuideBlock } from "./guide-block";

interface GuideEntryProps {
  block: GuideBlock;
  /** The channel's other blocks, in order of time: parts of one programme are one entry. */
  line: readonly GuideBlock[];
  channel: Channel;
}

/** What viewers will read in their guide about a block. */
export function GuideEntry({ block, line, channel }: GuideEntryProps) {
  const clock = (ms: number) => clockText(ms, channel.timezone, "minutes");
  const entry = entryOf(block, line);
  const { head } = entry;
  const note = noteOf(block, head, channel);
  const isListed = head.kind === "content" || (head.kind === "filler" && lengthOf(head) >= fillerMsOf(channel));
  return (
    <section aria-label="What viewers will see in the guide" className="rounded-md bg-sunken px-3 py-2">
      <h3 className="eyebrow">What viewers will see in the guide</h3>
      {isListed && (
        <>
          <p className="mt-0.5">
            <span className="times text-muted">
              {clock(entry.startsAtMs)}–{clock(entry.endsAtMs)}
            </span>{" "}
            <span className="font-medium">{head.content?.seriesTitle ?? head.title}</span>
            {head.content?.seriesTitle && <span className="text-muted"> · {head.title}</span>}
            {head.episode && <span className="text-muted"> · {head.episode}</span>}
          </p>
          {head.content?.description && <p className="line-clamp-2 text-muted text-sm">{head.content.description}</p>}
        </>
      )}
      {note && <p className="mt-0.5 text-muted text-sm">{note}</p>}
    </section>
  );
}

const lengthOf = ({ fromMs, toMs }: GuideBlock) => toMs - fromMs;
const fillerMsOf = (channel: Channel) => channel.guideFillerSeconds * 1000;

/** The programme that a block is, or is a part of. */
function entryOf(block: GuideBlock, line: readonly GuideBlock[]) {
  const all = [...line.filter(({ id }) => id !== block.id), block].sort((a, b) => a.fromMs - b.fromMs);
  const joinable = all.map((each) => ({ ...each, startsAtMs: each.fromMs, endsAtMs: each.toMs }));
  const programmes = joinProgrammes(joinable);
  const found = programmes.find(({ blocks }) => blocks.some(({ id }) => id === block.id));
  return found ?? { head: block, startsAtMs: block.fromMs, endsAtMs: block.toMs };
}

function noteOf(block: GuideBlock, head: GuideBlock, channel: Channel): string | null {
  if (block.kind === "ad_break") {
    return head.id === block.id ? "Nothing: a break is no programme." : "The break belongs to the programme around it.";
  }
  if (head.id !== block.id) return "It is a part of this programme, with the breaks between the parts.";
  if (block.kind === "content" || lengthOf(block) >= fillerMsOf(channel)) return null;
  return `Nothing of its own: filler is listed from ${lengthText(fillerMsOf(channel))} on.`;
}
