"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { timeZones } from "@/components/channels/time-zones";
import { chooseTheme } from "@/components/shell/theme";
import { Field } from "@/components/ui/field";
import { formatTime, zoneName } from "@/components/ui/format-time";
import { Select } from "@/components/ui/select";
import { useNow } from "@/components/ui/use-now";
import type { UpdateMe } from "@/core/auth/account-contract";
import type { Clock, Theme } from "@/core/auth/preferences";
import { useUpdateMe } from "./account-queries";
import { SectionHead } from "./section-head";

interface Preferences {
  theme: Theme;
  timezone: string;
  clock: Clock;
}

/** How the Studio looks and tells the time. Every choice is in force at once and kept for the account. */
export function PreferencesForm({ user }: { user: Preferences }) {
  const router = useRouter();
  const update = useUpdateMe();
  const nowMs = useNow();
  const [{ theme, timezone, clock }, setChosen] = useState<Preferences>(user);
  const zones = nowMs === null ? [timezone] : [...new Set([timezone, ...timeZones().all])].sort();

  function save(change: UpdateMe) {
    setChosen((old) => ({ ...old, ...change }));
    update.mutate(change, { onSuccess: () => router.refresh() });
  }

  function chooseClock(chosen: Clock) {
    if (chosen === "auto") delete document.documentElement.dataset.clock;
    else document.documentElement.dataset.clock = chosen;
    save({ clock: chosen });
  }

  function chooseZone(chosen: string) {
    document.documentElement.dataset.zone = chosen;
    save({ timezone: chosen });
  }

  return (
    <>
      <SectionHead title="Preferences">Kept for your account, wherever you sign in.</SectionHead>
      <div className="flex max-w-md flex-col gap-4">
        <Field label="Theme">
          <Select
            value={theme}
            onChange={(event) => {
              const chosen = event.target.value as Theme;
              setChosen((old) => ({ ...old, theme: chosen }));
              chooseTheme(chosen);
            }}
          >
            <option value="system">As the system</option>
            <option value="light">Light</option>
            <option value="dark">Dark</option>
          </Select>
        </Field>
        <Field
          label="Time zone"
          hint="Of the clock, of times in lists and of the days of your figures. Each channel's guide keeps the channel's own."
        >
          <Select value={timezone} onChange={(event) => chooseZone(event.target.value)}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Times of day">
          <Select value={clock} onChange={(event) => chooseClock(event.target.value as Clock)}>
            <option value="auto">As this browser's language writes them</option>
            <option value="h23">24 hours: 20:15</option>
            <option value="h12">12 hours: 8:15 PM</option>
          </Select>
        </Field>
        <p className="text-muted" aria-live="off">
          {nowMs !== null && (
            <>
              It is now <span className="times font-medium text-text">{formatTime(nowMs, timezone)}</span>{" "}
              {zoneName(timezone, nowMs)}.
            </>
          )}
        </p>
        <p role="status" className="min-h-5 text-sm">
          {update.isPending && <span className="text-muted">Saving…</span>}
          {update.isSuccess && <span className="text-ok">Saved</span>}
          {update.isError && <span className="text-danger">Not saved. {update.error.message}</span>}
        </p>
      </div>
    </>
  );
}
