import type { Metadata } from "next";
import Link from "next/link";
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
          <Link href="/" className={buttonStyle({ tone: "primary" })}>
            See what is on
          </Link>
        }
      >
        It may have been deleted or moved, or the address has a typing mistake.
      </EmptyState>
    </main>
  );
}
