import type { Metadata } from "next";
import { buttonStyle } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="flex min-h-dvh items-center">
      <EmptyState
        level={1}
        title="There is nothing at this address"
        action={
          // A plain link: this page is part of the first load of every other.
          <a href="/" className={buttonStyle({ tone: "primary" })}>
            See what is on
          </a>
        }
      >
        It may have been deleted or moved, or the address has a typing mistake.
      </EmptyState>
    </main>
  );
}
