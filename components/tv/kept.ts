const inMemory = new Map<string, string>();
const PREFIX = "lineup-tv-";

/** What this television remembers: in the browser's storage, or where it has none until it is switched off. */
export function keep(name: string, value: string | null): void {
  if (value === null) inMemory.delete(name);
  else inMemory.set(name, value);
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
  } catch {
    // full or forbidden: memory has it
  }
}

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name) ?? inMemory.get(name) ?? null;
  } catch {
    return inMemory.get(name) ?? null;
  }
}
