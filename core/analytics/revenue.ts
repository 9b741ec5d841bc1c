import type { Summary } from "./contract";

export interface EarningChannel {
  cpmMinor: number;
  currency: string;
  impressions: number;
}

/**
 * What impressions earned: each channel's by its own price of a thousand, summed before it is rounded to minor units.
 * Channels in several currencies cannot be summed: the one that earned most stands first, the others beside it.
 */
export function revenueOf(channels: readonly EarningChannel[]): Summary["revenue"] {
  const sums = new Map<string, number>();
  for (const { currency, cpmMinor, impressions } of channels)
    sums.set(currency, (sums.get(currency) ?? 0) + cpmMinor * impressions);
  const ranked = [...sums].sort(([a, earnedA], [b, earnedB]) => earnedB - earnedA || (a < b ? -1 : 1));
  const money = ranked.map(([currency, sum]) => ({ amountMinor: Math.round(sum / 1000), currency }));
  const [first = { amountMinor: 0, currency: "USD" }, ...others] = money;
  const prices = new Set(channels.filter(({ currency }) => currency === first.currency).map((one) => one.cpmMinor));
  const [cpmMinor = 0, another] = prices;
  return {
    ...first,
    cpmMinor: another === undefined ? cpmMinor : null,
    others: others.filter(({ amountMinor }) => amountMinor > 0),
  };
}
