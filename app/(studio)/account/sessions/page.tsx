import type { Metadata } from "next";
import { SessionsView } from "@/components/account/sessions-view";

export const metadata: Metadata = { title: "Sessions" };

export default function AccountSessionsPage() {
  return <SessionsView />;
}
