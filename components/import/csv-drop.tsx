"use client";

import { FileSpreadsheet } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { Button, buttonStyle } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { formatBytes } from "@/components/ui/format-bytes";
import { MAX_CSV_BYTES } from "@/core/import/limits";

interface CsvDropProps {
  busy: boolean;
  problem: string | null;
  onFile: (file: File) => void;
}

/** Takes one file, dropped or chosen, and offers one to begin with. */
export function CsvDrop({ busy, problem, onFile }: CsvDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  function take(file: File | undefined) {
    if (!file) return;
    const tooLarge = file.size > MAX_CSV_BYTES;
    setRefusal(tooLarge ? `The file has ${formatBytes(file.size)}; ${formatBytes(MAX_CSV_BYTES)} is the most.` : null);
    if (!tooLarge) onFile(file);
  }

  function drag(event: DragEvent, over: boolean) {
    event.preventDefault();
    setOver(over);
  }

  return (
    <div className="max-w-3xl">
      <section
        data-takes-files
        aria-label="Catalogue file"
        onDragEnter={(event) => drag(event, true)}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          take(event.dataTransfer.files[0]);
        }}
        className={cn(
          "flex flex-col items-center gap-1 rounded-lg border border-border-strong border-dashed px-6 py-10 text-center",
          isOver && "border-accent bg-accent-soft",
        )}
      >
        <FileSpreadsheet className="mb-2 size-8 stroke-[1.25] text-faint" aria-hidden />
        <p className="font-semibold text-lg">Drop a CSV file here</p>
        <p className="mb-4 text-balance text-muted">
          It is only checked at first. You see what it changes, then decide.
        </p>
        <Button tone="primary" busy={busy} onClick={() => input.current?.click()}>
          {busy ? "Sending" : "Choose a file"}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
          aria-label="Catalogue file to import"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </section>
      {(refusal ?? problem) && (
        <p role="alert" className="mt-3 text-danger">
          {refusal ?? problem}
        </p>
      )}
      <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2">
        <a href="/v1/creator/import/csv/template.csv?excel=true" download className={buttonStyle()}>
          Download the template
        </a>
        <a href="/v1/creator/content.csv?excel=true" download className={buttonStyle()}>
          Export your catalogue
        </a>
      </div>
      <p className="mt-4 max-w-[70ch] text-muted">
        The first row names the columns; <Code>asset_type</Code>, <Code>ingest_id</Code> and <Code>title</Code> must be
        there. The <Code>ingest_id</Code> is your own name for an item: a row with a new one makes an item, a row with a
        known one changes it. Columns that you leave out stay as they are.
      </p>
    </div>
  );
}

function Code({ children }: { children: string }) {
  return <code className="font-mono text-sm text-text">{children}</code>;
}
