import { Badge, Tally } from "../ui/badge";

/** Draft or on air, in words; the tally light burns only for what is on air. */
export function ChannelStatus({ status }: { status: "draft" | "published" }) {
  if (status === "draft") return <Badge>Draft</Badge>;
  return (
    <Badge tone="on-air">
      <Tally />
      On air
    </Badge>
  );
}
