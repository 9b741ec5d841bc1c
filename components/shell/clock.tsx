"use client";

import { formatClock, formatDay, formatTime, zoneName } from "@/components/ui/format-time";
import { Menu } from "@/components/ui/menu";
import { MenuChoice } from "@/components/ui/menu-item";
import { useNow } from "@/components/ui/use-now";
import { useClockZone } from "./clock-zone";
import { useOnAir } from "./use-on-air";

/** The time, to the second, in the account's time zone, the browser's or that of one of the channels. */
export function Clock({ accountZone }: { accountZone: string }) {
  const nowMs = useNow();
  const [zone, chooseZone] = useClockZone();
  const { onAir } = useOnAir();
  const shown = zone || accountZone;
  if (nowMs === null) return <span className="h-8 w-24" aria-hidden />;

  const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const others = new Set([...onAir.map(({ channel }) => channel.timezone), browserZone, ...(zone ? [zone] : [])]);
  others.delete(accountZone);
  const options = [
    { value: "", label: "Your time zone", aside: formatTime(nowMs, accountZone) },
    ...[...others].map((name) => ({ value: name, label: name.replaceAll("_", " "), aside: formatTime(nowMs, name) })),
  ];
  return (
    <Menu
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
      <MenuChoice label="Show the time of" value={zone} onChange={chooseZone} options={options} />
    </Menu>
  );
}
