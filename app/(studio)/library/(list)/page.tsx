import type { Metadata } from "next";

export const metadata: Metadata = { title: "Library" };

/** The list alone; its layout shows it. */
export default function LibraryPage() {
  return null;
}
