export interface Shortcut {
  /** Keys to press together, or one after the other where `then` stands between them. */
  keys: readonly string[];
  does: string;
}

/** What the keyboard can do, for the sheet that "?" opens. */
export const SHORTCUTS: readonly { place: string; shortcuts: readonly Shortcut[] }[] = [
  {
    place: "Everywhere",
    shortcuts: [
      { keys: ["Ctrl", "K"], does: "Go anywhere, find and do" },
      { keys: ["?"], does: "This sheet" },
      { keys: ["g", "then", "l"], does: "Go to the library" },
      { keys: ["g", "then", "s"], does: "Go to the schedule" },
      { keys: ["g", "then", "c"], does: "Go to the channels" },
      { keys: ["g", "then", "a"], does: "Go to analytics" },
      { keys: ["g", "then", "r"], does: "Go to the review, as a moderator" },
      { keys: ["Alt", "T"], does: "Go to the messages, to undo by keyboard" },
      { keys: ["Esc"], does: "Close what is open" },
    ],
  },
  {
    place: "Library",
    shortcuts: [
      { keys: ["/"], does: "Search titles" },
      { keys: ["↑", "↓"], does: "The item above, below" },
      { keys: ["←", "→"], does: "The picture before, after" },
      { keys: ["Enter"], does: "Open the item" },
      { keys: ["x"], does: "Select the item, or let it go" },
      { keys: ["Shift", "click"], does: "Select up to this item" },
      { keys: ["Del"], does: "Delete what is selected" },
    ],
  },
  {
    place: "Schedule",
    shortcuts: [
      { keys: ["←"], does: "Go to the block before" },
      { keys: ["→"], does: "Go to the block after" },
      { keys: ["Space"], does: "Take a block, move it with the arrows, put it down" },
      { keys: ["["], does: "Take its start" },
      { keys: ["]"], does: "Take its end" },
      { keys: ["Ctrl", "D"], does: "Take a copy" },
      { keys: ["Enter"], does: "Open the block" },
      { keys: ["Del"], does: "Remove what is chosen" },
      { keys: ["Shift", "Del"], does: "Remove it and close the gap" },
      { keys: ["Ctrl", "V"], does: "Paste at the mark" },
      { keys: ["."], does: "Put the mark at the next gap; comma for the one before" },
      { keys: ["f"], does: "Fill the gap at the mark" },
      { keys: ["b"], does: "Add an ad break there" },
      { keys: ["Ctrl", "Z"], does: "Undo" },
      { keys: ["Ctrl", "Shift", "Z"], does: "Redo" },
      { keys: ["+"], does: "Closer; − for further" },
      { keys: ["n"], does: "To the present" },
      { keys: ["r"], does: "Ripple on and off" },
    ],
  },
  {
    place: "Review",
    shortcuts: [
      { keys: ["↓"], does: "Open the next item; j too" },
      { keys: ["↑"], does: "Open the item before; k too" },
      { keys: ["a"], does: "Approve it, or lift its block" },
      { keys: ["b"], does: "Block it" },
      { keys: ["x"], does: "Select it, or let it go" },
    ],
  },
  {
    place: "Player",
    shortcuts: [
      { keys: ["Space"], does: "Play and pause" },
      { keys: ["←"], does: "Five seconds back" },
      { keys: ["→"], does: "Five seconds on" },
      { keys: ["m"], does: "Mute" },
      { keys: ["f"], does: "Full screen" },
      { keys: ["c"], does: "Captions" },
    ],
  },
  {
    place: "Charts",
    shortcuts: [
      { keys: ["←", "→"], does: "The moment before, after" },
      { keys: ["Home"], does: "To the beginning; End for the end" },
    ],
  },
];
