"use client";

import { useEffect, useState } from "react";
import { Tabs } from "@/components/ui/tabs";
import { useAfterPaint } from "@/components/ui/use-after-paint";
import { METRICS, type Metric } from "./metrics";

const TABS = Object.entries(METRICS).map(([value, { label }]) => ({ value: value as Metric, label }));

/** What the chart draws. The tab answers a press at once; the chart hears of it after that was shown. */
export function MetricTabs({ first, onChange }: { first: Metric; onChange: (metric: Metric) => void }) {
  const [chosen, setChosen] = useState(first);
  const shown = useAfterPaint(chosen);
  useEffect(() => onChange(shown), [shown, onChange]);
  return <Tabs label="What to draw" value={chosen} onChange={setChosen} tabs={TABS} />;
}
