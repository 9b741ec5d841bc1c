"use client";

import { formatClock, formatDay, zoneName } from "@/components/ui/format-time";
import { later } from "@/components/ui/later";
import { Menu } from "@/components/ui/menu";
import { useNow } from "@/components/ui/use-now";
import { useClockZone } from "./clock-zone";

const Zones = later(() => import("./clock-zones").then((module) => module.ClockZones));

/** The time, to the second, in the account's time zone, the browser's or that of one of the channels. */
export function Clock({ accountZone }: { accountZone: string }) {
  const nowMs = useNow();
  const [zone] = useClockZone();
  const shown = zone || accountZone;
  if (nowMs === null) return <span className="h-8 w-24" aria-hidden />;
  return (
    <Menu
      onNear={Zones.prepare}
      trigger={
        <button
          type="button"
          className="times flex h-8 items-baseline gap-2 rounded-md px-2 pt-1.5 hover:bg-hover data-[state=open]:bg-hover"
        >
          <span className="sr-only">Clock: </span>
          <span className="hidden text-muted text-sm xl:inline">{formatDay(nowMs, shown)}</span>
          <time dateTime={new Date(nowMs).toISOString()} className="font-semibold text-base">
            {formatClock(nowMs, shown)}
          </time>
          <span className="hidden text-muted text-xs sm:inline">{zoneName(shown, nowMs)}</span>
          <span className="sr-only">. Choose a time zone.</span>
        </button>
      }
    >
      <Zones accountZone={accountZone} />
    </Menu>
  );
}
