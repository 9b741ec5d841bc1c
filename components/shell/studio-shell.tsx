import type { ReactNode } from "react";
import { IntentLink } from "@/components/ui/intent-link";
import { BottomBar } from "./bottom-bar";
import { Clock } from "./clock";
import { CommandButton } from "./command-button";
import { CommandProvider } from "./command-provider";
import { OnAirStrip } from "./on-air-strip";
import { Sidebar } from "./sidebar";
import type { Theme } from "./theme";
import { UserMenu } from "./user-menu";
import { Wordmark } from "./wordmark";

interface StudioShellProps {
  user: { name: string; email: string; timezone: string; isModerator: boolean };
  /** Whether content waits for moderators here, so that theirs is an everyday place. */
  isModerated: boolean;
  theme: Theme;
  children: ReactNode;
}

/** The frame of every signed-in page: what is on air and the time above, the places at the side. */
export function StudioShell({ user, isModerated, theme, children }: StudioShellProps) {
  const reviews = user.isModerator && isModerated;
  return (
    <CommandProvider isModerator={user.isModerator}>
      <div className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="sr-only z-50 rounded-md bg-raised px-3 py-2 shadow-raised focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to the page
        </a>
        <header className="sticky top-0 z-30 flex h-(--bar-height) items-center gap-3 border-border border-b bg-surface px-3 md:gap-5 md:px-4">
          <IntentLink href="/library" aria-label="Lineup: to the library" className="rounded-sm">
            <Wordmark className="[&>span]:hidden md:[&>span]:inline" />
          </IntentLink>
          <div className="min-w-0 flex-1">
            <OnAirStrip />
          </div>
          <CommandButton />
          <Clock accountZone={user.timezone} />
          <UserMenu user={user} theme={theme} />
        </header>
        <div className="flex flex-1">
          <Sidebar reviews={reviews} />
          <main id="main" tabIndex={-1} className="min-w-0 flex-1 pb-16 outline-none md:pb-0">
            {children}
          </main>
        </div>
        <BottomBar reviews={reviews} />
      </div>
    </CommandProvider>
  );
}
