import type { ContentItem } from "@/core/content/contract";
import type { ContentStatus } from "@/core/content/item-types";

interface StatusWords {
  label: string;
  tone: "neutral" | "accent" | "ok" | "warn" | "danger";
}

/** The states of an item in a creator's words. */
export const STATUS_WORDS: Record<ContentStatus, StatusWords> = {
  uploading: { label: "Uploading", tone: "accent" },
  pending_transcode: { label: "Waiting", tone: "neutral" },
  transcoding: { label: "Converting", tone: "accent" },
  pending_moderation: { label: "In review", tone: "warn" },
  ready: { label: "Ready", tone: "ok" },
  failed: { label: "Failed", tone: "danger" },
  blocked: { label: "Blocked", tone: "warn" },
};

type Coming = Pick<ContentItem, "status" | "sourceKind">;

/** The state of an item by where its file comes from: one that is fetched is not uploaded, one without a file waits. */
export function statusWords({ status, sourceKind }: Coming): StatusWords {
  if (status !== "uploading" || sourceKind === "upload") return STATUS_WORDS[status];
  return sourceKind === "none" ? { label: "No file yet", tone: "neutral" } : { label: "Importing", tone: "accent" };
}

/** Whether an item changes by itself, so that it is worth looking at often. */
export function isUnderWay({ status, sourceKind }: Coming): boolean {
  return (
    (status === "uploading" && sourceKind !== "none") || status === "pending_transcode" || status === "transcoding"
  );
}
