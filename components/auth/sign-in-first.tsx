"use client";

import Link from "next/link";
import { useEffect } from "react";

/** Stands in for a page of a creator who is not signed in: leads to the sign-in page and back to this address. */
export function SignInFirst() {
  useEffect(() => {
    const { pathname, search } = window.location;
    window.location.replace(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
  }, []);
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <Link href="/sign-in" className="text-accent underline">
        Sign in to go on
      </Link>
    </main>
  );
}
