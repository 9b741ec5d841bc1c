/** How loud somebody likes it, in this browser. */
export interface Sound {
  /** 0–1 */
  volume: number;
  isMuted: boolean;
}

const KEY = "lineup-sound";

/** What was chosen last; full and on where nothing was, or where a frame on another site may keep nothing. */
export function rememberedSound(): Sound {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (isSound(kept)) return { volume: Math.min(1, Math.max(0, kept.volume)), isMuted: kept.isMuted };
  } catch {
    // Somebody else wrote there, or nothing may be kept.
  }
  return { volume: 1, isMuted: false };
}

export function rememberSound({ volume, isMuted }: Sound): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ volume, isMuted }));
  } catch {
    // It holds for this page only.
  }
}

function isSound(kept: unknown): kept is Sound {
  if (typeof kept !== "object" || kept === null) return false;
  const { volume, isMuted } = kept as Partial<Sound>;
  return Number.isFinite(volume) && typeof isMuted === "boolean";
}
