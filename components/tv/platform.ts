/** Keys that a Samsung television gives to an app only when it asks for them. */
const TIZEN_KEYS = [
  ..."0123456789",
  ...["ChannelUp", "ChannelDown", "Info", "Guide", "Caption", "Tools"],
  ...["ColorF0Red", "ColorF1Green", "ColorF2Yellow", "ColorF3Blue"],
];

interface TizenWindow {
  tizen?: { tvinputdevice?: { registerKey(name: string): void } };
}

/** Asks the television for the keys of its remote control, where it has to be asked. */
export function claimKeys(): void {
  const device = (window as TizenWindow).tizen?.tvinputdevice;
  for (const name of device ? TIZEN_KEYS : []) {
    try {
      device?.registerKey(name);
    } catch {
      // This remote control has no such key.
    }
  }
}
