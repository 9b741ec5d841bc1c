"use client";

import { Captions, FileUp, Pencil, Star, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { later } from "@/components/ui/later";
import { Select } from "@/components/ui/select";
import type { Caption, ContentDetail } from "@/core/content/contract";
import { COMMON_LANGUAGES, languageName } from "./language-name";
import { useCaptionEdits } from "./use-caption-edits";

const KINDS = { subtitles: "Subtitles", captions: "Captions", sdh: "For the deaf and hard of hearing" };

/** Comes with the first track that is edited. */
const CaptionEditor = later(() => import("./caption-editor").then((module) => module.CaptionEditor));

interface CaptionsTabProps {
  item: ContentDetail;
  /** Where the player stands; null while there is none. */
  playerSeconds: () => number | null;
}

/** The caption tracks of an item; WebVTT and SubRip files become new ones. */
export function CaptionsTab({ item, playerSeconds }: CaptionsTabProps) {
  const [going, setGoing] = useState<Caption | null>(null);
  const [edited, setEdited] = useState<Caption | null>(null);
  const { add, update, remove } = useCaptionEdits(item.id);
  return (
    <div className="flex flex-col gap-5">
      {item.captions.length === 0 ? (
        <EmptyState icon={<Captions aria-hidden />} title="No captions" className="py-6">
          Upload a .vtt or .srt file. Viewers can turn its captions on in every player.
        </EmptyState>
      ) : (
        <ul>
          {item.captions.map((caption) => (
            <li key={caption.id} className="flex items-center gap-2 border-border border-b py-2 last:border-b-0">
              <span className="min-w-0 flex-1">
                <a
                  href={caption.url}
                  target="_blank"
                  rel="noreferrer"
                  className="block truncate rounded-sm font-medium hover:text-accent"
                >
                  {caption.label}
                </a>
                <span className="block truncate text-muted text-sm">
                  {languageName(caption.language)} · {KINDS[caption.kind]}
                </span>
              </span>
              {caption.isDefault && <Badge>Default</Badge>}
              <IconButton
                label={
                  caption.isDefault
                    ? `${caption.label} is the default: switch that off`
                    : `Make ${caption.label} the default`
                }
                aria-pressed={caption.isDefault}
                disabled={update.isPending}
                onClick={() => update.mutate({ id: caption.id, changes: { isDefault: !caption.isDefault } })}
              >
                <Star aria-hidden />
              </IconButton>
              <IconButton label={`Edit ${caption.label}`} onClick={() => setEdited(caption)}>
                <Pencil aria-hidden />
              </IconButton>
              <IconButton label={`Remove ${caption.label}`} onClick={() => setGoing(caption)}>
                <Trash2 aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {update.isError && (
        <p role="alert" className="text-danger">
          {update.error.message}
        </p>
      )}
      <AddCaptionForm add={add} />
      {edited && (
        <CaptionEditor
          caption={edited}
          contentItemId={item.id}
          playerSeconds={playerSeconds}
          onClose={() => setEdited(null)}
        />
      )}
      <ConfirmDialog
        open={going !== null}
        onOpenChange={() => setGoing(null)}
        title={`Remove the captions “${going?.label}”?`}
        description="Viewers can turn them on no more. This cannot be undone."
        action="Remove captions"
        busy={remove.isPending}
        onConfirm={() => going && remove.mutate(going.id, { onSettled: () => setGoing(null) })}
      />
    </div>
  );
}

function AddCaptionForm({ add }: Pick<ReturnType<typeof useCaptionEdits>, "add">) {
  const input = useRef<HTMLInputElement>(null);
  const [language, setLanguage] = useState("en");
  const [kind, setKind] = useState<Caption["kind"]>("subtitles");
  const languages = COMMON_LANGUAGES.map((tag) => [tag, languageName(tag)] as const).sort((a, b) =>
    a[1].localeCompare(b[1]),
  );
  return (
    <section aria-labelledby="add-captions" className="rounded-lg border border-border p-4">
      <h3 id="add-captions" className="eyebrow">
        Add captions
      </h3>
      <div className="mt-2 grid grid-cols-2 gap-4">
        <Field label="Language">
          <Select value={language} onChange={(event) => setLanguage(event.target.value)}>
            {languages.map(([tag, name]) => (
              <option key={tag} value={tag}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Kind">
          <Select value={kind} onChange={(event) => setKind(event.target.value as Caption["kind"])}>
            {Object.entries(KINDS).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <input
        ref={input}
        type="file"
        accept=".vtt,.srt,text/vtt"
        className="sr-only"
        tabIndex={-1}
        aria-label="Caption file"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) add.mutate({ file, language, kind });
        }}
      />
      <Button
        className="mt-4"
        icon={<FileUp aria-hidden />}
        busy={add.isPending}
        onClick={() => input.current?.click()}
      >
        Choose a file
      </Button>
      {add.isError && (
        <p role="alert" className="mt-2 text-danger">
          {add.error.message}
        </p>
      )}
    </section>
  );
}
