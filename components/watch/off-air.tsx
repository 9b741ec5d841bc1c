"use client";

import { RadioTower } from "lucide-react";
import Link from "next/link";
import { buttonStyle } from "../ui/button";
import { EmptyState } from "../ui/empty-state";

/** Where a channel was, or will be: the page looks again by itself. */
export function OffAir() {
  return (
    <main className="flex min-h-dvh items-center">
      <EmptyState
        level={1}
        icon={<RadioTower aria-hidden />}
        title="This channel is off the air"
        action={
          <Link href="/" target="_top" className={buttonStyle()}>
            See what else is on
          </Link>
        }
      >
        <p role="status">Nothing plays at this address right now. The picture appears by itself when it does.</p>
      </EmptyState>
    </main>
  );
}
