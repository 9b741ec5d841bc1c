import type { Metadata } from "next";
import { Returning } from "@/components/watch/returning";

export const metadata: Metadata = { title: "Off the air" };

export default function NotFound() {
  return <Returning />;
}
