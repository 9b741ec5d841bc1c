import type { MenuItem } from "./menu-view";

/** What the menu can do with the television. */
export interface MenuActions {
  readonly captionsOn: boolean;
  readonly soundOn: boolean;
  readonly isSignedIn: boolean;
  openGuide(): void;
  toggleCaptions(): void;
  toggleSound(): void;
  openPairing(): void;
  signOut(): void;
}

/** The menu's lines. Signing out asks once more, in its own line. */
export function menuItems(tv: MenuActions, isSure: () => boolean, makeSure: () => void): MenuItem[] {
  const stay = (act: () => void) => () => {
    act();
    return true;
  };
  const leave = (act: () => void) => () => {
    act();
    return false;
  };
  const account: MenuItem = tv.isSignedIn
    ? {
        label: isSure() ? "Press OK again to sign out" : "Sign out",
        choose: isSure() ? leave(() => tv.signOut()) : stay(makeSure),
      }
    : { label: "Sign in", choose: leave(() => tv.openPairing()) };
  return [
    { label: "Guide", choose: leave(() => tv.openGuide()) },
    { label: "Captions", value: tv.captionsOn ? "On" : "Off", choose: stay(() => tv.toggleCaptions()) },
    { label: "Sound", value: tv.soundOn ? "On" : "Off", choose: stay(() => tv.toggleSound()) },
    account,
  ];
}
