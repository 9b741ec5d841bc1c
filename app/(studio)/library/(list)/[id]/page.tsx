import type { Metadata } from "next";

export const metadata: Metadata = { title: "Library" };

/** The list with one item open; its layout reads which from the address. */
export default function LibraryItemPage() {
  return null;
}
