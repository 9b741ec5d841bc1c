import type { ReactNode } from "react";
import { formatBytes } from "@/components/ui/format-bytes";
import { formatDayTime, formatDuration } from "@/components/ui/format-time";
import { Local } from "@/components/ui/local";
import type { ContentDetail } from "@/core/content/contract";

function frameRate(value: number): string {
  return `${value.toLocaleString(undefined, { maximumFractionDigits: 3 })} fps`;
}

/** What came in: the file and what is inside it. */
export function SourceFactsList({ item }: { item: ContentDetail }) {
  const { source, external } = item;
  if (external) return <LinkFacts external={external} />;
  const facts: [string, ReactNode][] = [
    [
      "File",
      <span key="file" className="break-all">
        {item.filename}
      </span>,
    ],
    ["Size", <Local key="size" text={() => formatBytes(item.sizeBytes)} />],
    [
      "Added",
      <time key="added" dateTime={item.createdAt}>
        <Local text={() => formatDayTime(item.createdAt)} />
      </time>,
    ],
  ];
  if (source) {
    facts.push(["Container", source.container]);
    facts.push(["Picture", <Local key="picture" text={() => pictureText(source)} />]);
    facts.push(["Sound", source.audioCodec ?? "None: silence was added"]);
  }
  if (item.durationSeconds !== null) facts.push(["Duration", formatDuration(item.durationSeconds)]);
  return <Facts facts={facts} />;
}

function pictureText({ videoCodec, width, height, frameRate: rate }: NonNullable<ContentDetail["source"]>): string {
  const size = width && height ? `${width} × ${height}` : null;
  return [videoCodec, size, rate ? frameRate(rate) : null].filter(Boolean).join(" · ") || "None";
}

const FORMATS = { hls: "HLS", dash: "DASH" } as const;
const ENCRYPTIONS = { none: null, "aes-128": "Encrypted with AES-128", drm: "Copy-protected (DRM)" } as const;

/** Where a linked programme lies, and what it was found to be. */
function LinkFacts({ external }: { external: NonNullable<ContentDetail["external"]> }) {
  const { format, url, isLive, durationMs, variants, encryption, checkedAt } = external;
  const heights = [...new Set(variants.flatMap(({ height }) => (height ? [`${height}p`] : [])))];
  const facts: [string, ReactNode][] = [
    ["Linked", `${FORMATS[format]}, ${isLive ? "live" : "on demand"}`],
    ["Manifest", <MoreText key="manifest">{url}</MoreText>],
    ["Qualities", heights.join(", ") || "Not told"],
    ["Protection", ENCRYPTIONS[encryption] ?? "None"],
    ["Duration", durationMs === null ? "Without end" : formatDuration(durationMs / 1000)],
    ["Checked", <Local key="checked" text={() => formatDayTime(checkedAt)} />],
  ];
  return <Facts facts={facts} />;
}

function MoreText({ children }: { children: string }) {
  return <span className="break-all">{children}</span>;
}

function Facts({ facts }: { facts: [string, ReactNode][] }) {
  return (
    <dl className="grid grid-cols-[6rem_1fr] gap-x-3 gap-y-1.5 text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="times min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What viewers can get: one line per rendition. */
export function RenditionsTable({ renditions }: Pick<ContentDetail, "renditions">) {
  return (
    <table className="w-full text-sm">
      <thead>
        <tr className="text-left text-muted text-xs [&>th]:pb-1 [&>th]:font-medium">
          <th scope="col">Name</th>
          <th scope="col">Picture</th>
          <th scope="col" className="text-right">
            Rate
          </th>
        </tr>
      </thead>
      <tbody>
        {renditions.map((rendition) => (
          <tr key={rendition.id} className="[&>td]:border-border [&>td]:border-t [&>td]:py-1.5">
            <td className="font-medium">{rendition.name}</td>
            <td className="text-muted" title={rendition.codecs}>
              {rendition.width && rendition.height ? `${rendition.width} × ${rendition.height}` : "Sound"}
              {rendition.frameRate ? ` · ${frameRate(rendition.frameRate)}` : ""}
            </td>
            <td className="whitespace-nowrap text-right">{rendition.bitrateKbps.toLocaleString()} kbit/s</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
