"use client";

import { TrendingDown, TrendingUp } from "lucide-react";
import type { ReactNode } from "react";
import { Tally } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import type { LiveKpis, Summary } from "@/core/analytics/contract";
import { useLastMinutes } from "./analytics-queries";
import { changeText, countText, moneyText, watchText } from "./figure-text";
import { Sparkline } from "./sparkline";
import type { LivePoint } from "./use-live-kpis";

interface KpiCardsProps {
  live: { kpis: LiveKpis | null; trail: LivePoint[]; isLost: boolean };
  summary: Summary | undefined;
  timeZone: string;
}

/** How the day stands: who watches this moment, and today against the same weekday a week ago, up to this time of day. */
export function KpiCards({ live, summary, timeZone }: KpiCardsProps) {
  const weekday = new Intl.DateTimeFormat(undefined, { weekday: "long", timeZone }).format(Date.now());
  const versus = `last ${weekday}`;
  const change = summary?.change;
  return (
    <section aria-label="Today" className="grid grid-cols-2 gap-3 @4xl:grid-cols-6">
      <LiveCard {...live} />
      <Card label="Views today" versus={versus} change={change?.views}>
        {summary && countText(live.kpis?.views ?? summary.today.views)}
      </Card>
      <Card label="Watch time" versus={versus} change={change?.watchSeconds}>
        {summary && watchText(summary.today.watchSeconds)}
      </Card>
      <Card label="Ad impressions" versus={versus} change={change?.impressions}>
        {summary && countText(live.kpis?.impressions ?? summary.today.impressions)}
      </Card>
      <Card label="Revenue" versus={versus} change={change?.impressions}>
        {summary && <Revenue {...summary.revenue} />}
      </Card>
    </section>
  );
}

function Revenue({ amountMinor, currency, others }: Summary["revenue"]) {
  return (
    <>
      {moneyText(amountMinor, currency)}
      {others.map((other) => (
        <span key={other.currency} className="block font-normal text-muted text-sm">
          + {moneyText(other.amountMinor, other.currency)}
        </span>
      ))}
    </>
  );
}

function LiveCard({ kpis, trail, isLost }: KpiCardsProps["live"]) {
  const minutes = useLastMinutes();
  const [first] = trail;
  const before = first ? minutes.filter(({ atMs }) => atMs < first.atMs) : [];
  return (
    <div className="relative col-span-2 flex min-h-32 flex-col overflow-hidden rounded-lg border border-border bg-surface p-4">
      <h2 className="flex items-center gap-2 text-muted text-sm">
        {isLost ? <span className="size-2 rounded-full bg-warn" aria-hidden /> : <Tally />}
        Watching now
        {isLost && <span className="text-warn">connection lost, trying again</span>}
      </h2>
      <p className="times mt-1 font-semibold text-5xl leading-none tracking-tight" data-testid="live-viewers">
        {kpis ? countText(kpis.viewers) : "–"}
      </p>
      <Sparkline trail={[...before, ...trail]} className="absolute inset-x-0 bottom-0 h-12 w-full text-accent" />
    </div>
  );
}

interface CardProps {
  label: string;
  versus: string;
  /** Undefined while it is not known yet. */
  change: number | null | undefined;
  children: ReactNode;
}

function Card({ label, versus, change, children }: CardProps) {
  const text = changeText(change ?? null);
  const isLess = (change ?? 0) < 0;
  const Arrow = isLess ? TrendingDown : TrendingUp;
  return (
    <div className="flex min-h-32 flex-col rounded-lg border border-border bg-surface p-4">
      <h2 className="text-muted text-sm">{label}</h2>
      <p className="times mt-1 font-semibold text-2xl">{children || "–"}</p>
      <p className="times mt-auto flex flex-wrap items-center gap-x-1 text-sm">
        {text ? (
          <>
            <Arrow className={cn("size-4", isLess ? "text-danger" : "text-ok")} aria-hidden />
            <span className={isLess ? "text-danger" : "text-ok"}>{text}</span>
            <span className="w-full text-muted">vs {versus}</span>
          </>
        ) : (
          <span className="text-muted">{change === undefined ? " " : `nothing on ${versus}`}</span>
        )}
      </p>
    </div>
  );
}
