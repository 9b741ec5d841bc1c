/** What a key of a remote control asks for; a digit is itself. */
export type RemoteKey =
  | "up"
  | "down"
  | "left"
  | "right"
  | "ok"
  | "back"
  | "channelUp"
  | "channelDown"
  | "info"
  | "guide"
  | "menu"
  | "captions"
  | "sound"
  | "0"
  | "1"
  | "2"
  | "3"
  | "4"
  | "5"
  | "6"
  | "7"
  | "8"
  | "9";

/**
 * Key codes of remote controls: those of all browsers, of HbbTV (ETSI TS 102 796, CEA-2014), of webOS and of Tizen.
 * Televisions that name a key by `key` as well use names of their own, so the code counts.
 */
const BY_CODE: Readonly<Record<number, RemoteKey>> = {
  13: "ok",
  37: "left",
  38: "up",
  39: "right",
  40: "down",
  8: "back",
  27: "back",
  461: "back",
  10009: "back",
  33: "channelUp",
  34: "channelDown",
  427: "channelUp",
  428: "channelDown",
  457: "info",
  458: "guide",
  10135: "menu",
  460: "captions",
  10221: "captions",
  403: "guide",
  404: "captions",
  405: "sound",
  406: "menu",
};

/** Letters for whoever sits at a keyboard, and names for browsers that tell no code. */
const BY_NAME: Readonly<Record<string, RemoteKey>> = {
  g: "guide",
  i: "info",
  c: "captions",
  m: "sound",
  Enter: "ok",
  ArrowLeft: "left",
  ArrowUp: "up",
  ArrowRight: "right",
  ArrowDown: "down",
  Backspace: "back",
  Escape: "back",
  GoBack: "back",
  BrowserBack: "back",
  XF86Back: "back",
  PageUp: "channelUp",
  PageDown: "channelDown",
  ChannelUp: "channelUp",
  ChannelDown: "channelDown",
  Info: "info",
  Guide: "guide",
  ContextMenu: "menu",
};

/** The key of a remote control behind a key event; null for one that means nothing here. */
export function remoteKey({ key, keyCode }: { key: string; keyCode: number }): RemoteKey | null {
  if (/^[0-9]$/.test(key)) return key as RemoteKey;
  if (keyCode >= 48 && keyCode <= 57) return String(keyCode - 48) as RemoteKey;
  if (keyCode >= 96 && keyCode <= 105) return String(keyCode - 96) as RemoteKey;
  return BY_CODE[keyCode] ?? BY_NAME[key] ?? null;
}

export function isDigit(key: RemoteKey): boolean {
  return key >= "0" && key <= "9";
}
