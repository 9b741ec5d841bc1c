"use client";

import { UploadButton } from "@/components/uploads/upload-button";
import type { ContentDetail } from "@/core/content/contract";
import { RetryButton } from "./retry-button";

/** Codes of failures before there was a file. */
const NOT_ARRIVED = /^(url|import)\./;
/** Codes of files that cannot be converted, however often it is tried. */
const BAD_FILE = /^source\./;

/** Why an item failed, in words, and what to do: a file that is bad stays bad, so another one is asked for. */
export function FailedNotice({ item }: { item: ContentDetail }) {
  const { code = "", message = "The reason is not known." } = item.error ?? {};
  const needsOtherFile = BAD_FILE.test(code);
  return (
    <div role="alert" className="border-border border-b bg-danger-soft px-5 py-4 text-danger">
      <p className="font-semibold">
        {NOT_ARRIVED.test(code) ? "This could not be imported" : "This file could not be converted"}
      </p>
      <p className="mt-1">{message}</p>
      <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        {needsOtherFile && <UploadButton>Upload another file</UploadButton>}
        <RetryButton item={item} />
      </p>
    </div>
  );
}
