/** When an item may be shown, in milliseconds since the Unix epoch; absent or null means without limit. */
export interface Rights {
  rightsFromMs?: number | null;
  rightsUntilMs?: number | null;
}

/** Whether [fromMs, toMs) lies wholly within an item's rights. */
export function mayAirIn({ rightsFromMs, rightsUntilMs }: Rights, fromMs: number, toMs: number): boolean {
  return fromMs >= (rightsFromMs ?? Number.NEGATIVE_INFINITY) && toMs <= (rightsUntilMs ?? Number.POSITIVE_INFINITY);
}

/** Rights as the database has them. */
export function rightsOf(item: { rightsFrom: Date | null; rightsUntil: Date | null }): Required<Rights> {
  return { rightsFromMs: item.rightsFrom?.getTime() ?? null, rightsUntilMs: item.rightsUntil?.getTime() ?? null };
}

/** The limits in words, for a refusal: "from … until …". */
export function rightsText({ rightsFromMs, rightsUntilMs }: Rights): string {
  const text = (ms: number) => new Date(ms).toISOString();
  return [
    ...(rightsFromMs == null ? [] : [`from ${text(rightsFromMs)}`]),
    ...(rightsUntilMs == null ? [] : [`until ${text(rightsUntilMs)}`]),
  ].join(" ");
}
