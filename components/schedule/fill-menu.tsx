"use client";

import { CalendarCheck } from "lucide-react";
import { useState } from "react";
import type { Stretch } from "@/core/schedule/gaps";
import { Button } from "../ui/button";
import { FillDialog } from "./fill-dialog";

interface FillMenuProps {
  channelId: string;
  /** What of the day can still be filled; null when it is over. */
  stretch: Stretch | null;
  timeZone: string;
}

const nextMinute = (ms: number) => Math.ceil(ms / 60_000) * 60_000;

/** Fills what is empty on this day; what is already placed stays where it is. */
export function FillMenu({ channelId, stretch, timeZone }: FillMenuProps) {
  // The clock goes on while the dialog is open; what was asked for stays.
  const [filling, setFilling] = useState<Stretch | null>(null);
  return (
    <>
      <Button
        icon={<CalendarCheck aria-hidden />}
        disabled={stretch === null}
        onClick={() => stretch && setFilling({ ...stretch, fromMs: nextMinute(stretch.fromMs) })}
      >
        Fill gaps
      </Button>
      {filling && (
        <FillDialog channelId={channelId} stretch={filling} timeZone={timeZone} onClose={() => setFilling(null)} />
      )}
    </>
  );
}
