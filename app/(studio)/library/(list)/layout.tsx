import type { ReactNode } from "react";
import { LibraryView } from "@/components/library/library-view";

/** The list stays where it is while panels open and close beside it; which one is open stands in the address. */
export default function LibraryLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <LibraryView />
      {children}
    </>
  );
}
