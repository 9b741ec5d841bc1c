"use client";

import { Download } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import type { StudioImportReply } from "@/core/import/studio-contract";
import { useImportUrls } from "./import-queries";
import { type PastedRow, pastedRows, tooMany } from "./pasted-rows";
import { UrlOutcomes } from "./url-outcomes";
import { UrlRows } from "./url-rows";

interface Sent {
  rows: PastedRow[];
  results: StudioImportReply["results"];
}

/** Addresses, one to a line; each becomes a row that can be named before it is brought in. */
export function PasteUrls() {
  const [text, setText] = useState("");
  const [rows, setRows] = useState<PastedRow[]>([]);
  const [sent, setSent] = useState<Sent | null>(null);
  const send = useImportUrls();
  const surplus = tooMany(text);

  function write(next: string) {
    setText(next);
    setRows((before) => pastedRows(next, before));
  }

  function submit() {
    const assets = rows.map(({ url, kind, title, type }) => ({
      ...(kind === "external" ? { externalUrl: url } : { url }),
      ...(title.trim() && { title: title.trim() }),
      type,
    }));
    send.mutate(
      { assets },
      {
        onSuccess: ({ results }) => {
          setSent({ rows, results });
          // What was refused stays, to be corrected.
          const refused = rows.filter((_, index) => results[index]?.status === "failed");
          setRows(refused);
          setText(refused.map(({ url }) => url).join("\n"));
        },
      },
    );
  }

  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <Field
        label="Addresses, one to a line"
        hint="Video files are downloaded; pages of video platforms too, where yt-dlp is installed. Manifests (.m3u8, .mpd) are linked and stay where they are."
        error={surplus > 0 ? `The first 50 are taken; ${surplus} more must wait for the next time.` : undefined}
      >
        <Textarea
          value={text}
          rows={5}
          spellCheck={false}
          autoComplete="off"
          placeholder="https://example.com/films/night-train.mp4"
          className="font-mono text-sm"
          onChange={(event) => write(event.target.value)}
        />
      </Field>
      {rows.length > 0 && <UrlRows rows={rows} onChange={setRows} />}
      {send.isError && (
        <p role="alert" className="text-danger">
          {send.error.message}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          tone="primary"
          icon={<Download aria-hidden />}
          busy={send.isPending}
          disabled={rows.length === 0}
          onClick={submit}
        >
          {rows.length < 2 ? "Import" : `Import ${rows.length} addresses`}
        </Button>
        {sent && (
          <Link href="/library/jobs" className="rounded-sm font-medium text-accent underline underline-offset-2">
            Watch them come in
          </Link>
        )}
      </div>
      {sent && <UrlOutcomes rows={sent.rows} results={sent.results} />}
    </div>
  );
}
