"use client";

import { formatTime } from "@/components/ui/format-time";
import { MenuChoice } from "@/components/ui/menu-item";
import { useNow } from "@/components/ui/use-now";
import { useClockZone } from "./clock-zone";
import { useOnAir } from "./use-on-air";

/** The time zones that the clock can show, each with its time. */
export function ClockZones({ accountZone }: { accountZone: string }) {
  const nowMs = useNow();
  const [zone, chooseZone] = useClockZone();
  const { onAir } = useOnAir();
  if (nowMs === null) return null;
  const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const others = new Set([...onAir.map(({ channel }) => channel.timezone), browserZone, ...(zone ? [zone] : [])]);
  others.delete(accountZone);
  const options = [
    { value: "", label: "Your time zone", aside: formatTime(nowMs, accountZone) },
    ...[...others].map((name) => ({ value: name, label: name.replaceAll("_", " "), aside: formatTime(nowMs, name) })),
  ];
  return <MenuChoice label="Show the time of" value={zone} onChange={chooseZone} options={options} />;
}
