import type { Metadata } from "next";
import { Quickstart } from "@/components/developers/quickstart";
import { originOfPage } from "@/server/http/origin-of-page";

export const metadata: Metadata = {
  title: "Developers",
  description: "Run a channel from a program, in four steps.",
};

export default async function DevelopersPage() {
  return <Quickstart origin={await originOfPage()} />;
}
