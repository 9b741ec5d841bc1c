/**
 * Before which moment an entry must have been made to be in a list as of an instant. Instants on the wire are cut to the
 * millisecond, those of entries may not be.
 */
export function madeBefore(asOf: string | undefined): Date | undefined {
  return asOf === undefined ? undefined : new Date(Date.parse(asOf) + 1);
}

/** What a list says of its present state: as it was asked for, else when its newest entry was made. */
export function asOfList(asked: string | undefined, newest: Date | null | undefined): string | null {
  return asked ?? newest?.toISOString() ?? null;
}
