/** 1,204 or 12.4 K: exact as long as it is easy to read. */
export function countText(value: number): string {
  if (value < 100_000) return Math.round(value).toLocaleString();
  return value.toLocaleString(undefined, { notation: "compact", maximumFractionDigits: 1 });
}

/** 48 s, 12 min, 3 h 20 min, 1,240 h. */
export function watchText(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 100 || minutes % 60 === 0) return `${hours.toLocaleString()} h`;
  return `${hours} h ${minutes % 60} min`;
}

/** An amount in the smallest unit of a currency, as people write it. */
export function moneyText(amountMinor: number, currency: string): string {
  const digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;
  return (amountMinor / 10 ** (digits ?? 2)).toLocaleString(undefined, { style: "currency", currency });
}

/** +12 %, −3 %, or null where there is nothing to compare with. */
export function changeText(change: number | null): string | null {
  if (change === null) return null;
  const percent = Math.round(change * 100);
  if (percent === 0) return "±0 %";
  return `${percent > 0 ? "+" : "−"}${Math.abs(percent).toLocaleString()} %`;
}
