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

/** Whether an item changes by itself, so that it is worth looking at often. */
export function isUnderWay(status: ContentStatus): boolean {
  return (
    status === "uploading" ||
    status === "pending_transcode" ||
    status === "transcoding" ||
    status === "pending_moderation"
  );
}
