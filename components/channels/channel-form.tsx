"use client";

import Link from "next/link";
import { type FormEvent, useId, useMemo, useState } from "react";
import { ApiError } from "@/components/api/client";
import { CATEGORIES } from "@/core/channels/categories";
import type { Channel, CreateChannel } from "@/core/channels/contract";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input, Textarea } from "../ui/input";
import { toast } from "../ui/notify";
import { Select } from "../ui/select";
import { LogoField } from "./logo-field";
import { NewLogo } from "./new-logo";
import { timeZones } from "./time-zones";
import { useChannelEdits } from "./use-channels";

interface ChannelFormProps {
  /** The channel to edit; without one a new channel is made. */
  channel?: Channel;
  onClose: () => void;
  onDone?: (channel: Channel) => void;
}

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);

const CATCH_UP_CHOICES = [0, 1, 6, 24, 72, 168, 336];

function catchUpText(hours: number): string {
  if (hours === 0) return "Off";
  if (hours % 24 !== 0 || hours === 24) return hours === 1 ? "1 hour" : `${hours} hours`;
  return `${hours / 24} days`;
}

/** Only what was changed here: somebody else may be editing the rest. */
function changed<T extends Partial<Channel>>(channel: Channel, fields: T): Partial<T> {
  const entries = Object.entries(fields).filter(([name, value]) => channel[name as keyof Channel] !== value);
  return Object.fromEntries(entries) as Partial<T>;
}

/** What is said of a channel. What makes sense only once it is there is asked when it is edited. */
export function ChannelForm({ channel, onClose, onDone }: ChannelFormProps) {
  const id = useId();
  const zones = useMemo(timeZones, []);
  const { create, update } = useChannelEdits();
  const [name, setName] = useState(channel?.name ?? "");
  const [description, setDescription] = useState(channel?.description ?? "");
  const [kind, setKind] = useState<CreateChannel["kind"]>(channel?.kind ?? "linear");
  const [category, setCategory] = useState<CreateChannel["category"]>(channel?.category ?? "entertainment");
  const [timezone, setTimezone] = useState(channel?.timezone ?? zones.own);
  const [logo, setLogo] = useState<File | null>(null);
  const [catchUpHours, setCatchUpHours] = useState(channel?.catchUpHours ?? 0);
  const [cpm, setCpm] = useState(String((channel?.cpmMinor ?? 0) / 100));
  const [currency, setCurrency] = useState(channel?.currency ?? "USD");
  const cpmMinor = Math.round(Number(cpm.replace(",", ".")) * 100);
  const hasCpm = Number.isInteger(cpmMinor) && cpmMinor >= 0;
  const { error, isPending } = channel ? update : create;
  const issueOf = (field: string) =>
    error instanceof ApiError ? error.issues.find(({ path }) => path[0] === field)?.message : undefined;
  const nameIssue = issueOf("name");

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fields = { name: name.trim(), description, kind, category, timezone };
    const done = (saved: Channel) => {
      toast(channel ? `“${saved.name}” saved` : `“${saved.name}” created`);
      onClose();
      onDone?.(saved);
    };
    if (!channel) {
      const made = ({ logoProblem, ...saved }: Channel & { logoProblem: string | null }) => {
        done(saved);
        if (logoProblem) toast.error("The logo was not taken", { description: logoProblem });
      };
      return create.mutate({ ...fields, logo }, { onSuccess: made });
    }
    const changes = changed(channel, { ...fields, catchUpHours, cpmMinor, currency });
    if (Object.keys(changes).length === 0) return onClose();
    update.mutate({ id: channel.id, changes }, { onSuccess: done });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={channel ? "Edit channel" : "New channel"}
      description={channel ? undefined : "It starts as a draft: nobody sees it until you publish it."}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} tone="primary" busy={isPending} disabled={name.trim() === "" || !hasCpm}>
            {channel ? "Save" : "Create channel"}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Name" error={nameIssue}>
          <Input autoFocus required maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label="Description" hint="One or two sentences. Viewers read them on the watch page and in guides.">
          <Textarea maxLength={5000} value={description} onChange={(event) => setDescription(event.target.value)} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="Plays"
            hint={
              kind === "linear" ? "What the guide says, at the time it says." : "Its ready content in order, for ever."
            }
          >
            <Select value={kind} onChange={(event) => setKind(event.target.value as typeof kind)}>
              <option value="linear">Its schedule</option>
              <option value="loop">A loop</option>
            </Select>
          </Field>
          <Field label="Category">
            <Select value={category} onChange={(event) => setCategory(event.target.value as typeof category)}>
              {CATEGORIES.map((each) => (
                <option key={each} value={each}>
                  {capital(each)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <Field label="Time zone" error={issueOf("timezone")} hint="Days of the guide begin at midnight there.">
          <Select value={timezone} onChange={(event) => setTimezone(event.target.value)}>
            {[...new Set([timezone, ...zones.all])].map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </option>
            ))}
          </Select>
        </Field>
        {channel && (
          <Field label="Catch-up" hint="How long viewers can start over or watch again what aired.">
            <Select value={catchUpHours} onChange={(event) => setCatchUpHours(Number(event.target.value))}>
              {[...new Set([...CATCH_UP_CHOICES, channel.catchUpHours])]
                .sort((a, b) => a - b)
                .map((hours) => (
                  <option key={hours} value={hours}>
                    {catchUpText(hours)}
                  </option>
                ))}
            </Select>
          </Field>
        )}
        {channel && (
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              label="Revenue per 1,000 impressions"
              hint="Analytics reckons the revenue with it."
              error={hasCpm ? issueOf("cpmMinor") : "Write an amount, as 4.50."}
            >
              <Input inputMode="decimal" value={cpm} onChange={(event) => setCpm(event.target.value)} />
            </Field>
            <Field label="Currency" error={issueOf("currency")}>
              <Select value={currency} onChange={(event) => setCurrency(event.target.value)}>
                {[...new Set([currency, ...Intl.supportedValuesOf("currency")])].map((code) => (
                  <option key={code} value={code}>
                    {code}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
        )}
        {channel ? <LogoField channel={channel} /> : <NewLogo name={name} file={logo} onChoose={setLogo} />}
        <p className="text-muted text-sm">
          {channel ? (
            <>
              What plays in gaps and ad breaks is chosen under{" "}
              <Link
                href={`/channels/${channel.id}?tab=programming`}
                className="text-accent hover:underline"
                onClick={onClose}
              >
                Programming, Filler
              </Link>
              .
            </>
          ) : (
            "What plays in gaps and ad breaks, its filler, is chosen on the channel's own page."
          )}
        </p>
        {error && !nameIssue && (
          <p role="alert" className="text-danger text-sm">
            {error.message}
          </p>
        )}
      </form>
    </Dialog>
  );
}
