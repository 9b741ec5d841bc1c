import { useEffect, useRef } from "react";

/** A press, as React and the browser tell of it alike. */
type Press = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "target" | "preventDefault" | "stopPropagation"
>;

export interface PlayerActions {
  togglePlay: () => void;
  toggleMute: () => void;
  toggleFullscreen: () => void;
  togglePicture: () => void;
  nextCaption: () => void;
  seekBy: (seconds: number) => void;
  changeVolume: (by: number) => void;
}

/** Keys of the player, as people know them from other players. Space on a button presses the button. */
export function playerKeys(actions: PlayerActions) {
  const byKey = new Map<string, () => void>([
    [" ", actions.togglePlay],
    ["k", actions.togglePlay],
    ["m", actions.toggleMute],
    ["f", actions.toggleFullscreen],
    ["i", actions.togglePicture],
    ["c", actions.nextCaption],
    ["ArrowLeft", () => actions.seekBy(-5)],
    ["ArrowRight", () => actions.seekBy(5)],
    ["j", () => actions.seekBy(-10)],
    ["l", () => actions.seekBy(10)],
    ["ArrowUp", () => actions.changeVolume(0.1)],
    ["ArrowDown", () => actions.changeVolume(-0.1)],
  ]);
  return (event: Press) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    if (event.key === " " && target.closest("button, [role=menu]")) return;
    if (target instanceof HTMLInputElement) return;
    const act = byKey.get(event.key);
    if (!act) return;
    event.preventDefault();
    // A page around the player may have shortcuts of its own for the same keys.
    event.stopPropagation();
    act();
  };
}

/** Hears the keys of the whole page while nothing on it has the focus. */
export function usePageKeys(isWanted: boolean, press: (event: Press) => void): void {
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    if (!isWanted) return;
    const hear = (event: KeyboardEvent) => {
      if (event.target === document.body) latest.current(event);
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, [isWanted]);
}
