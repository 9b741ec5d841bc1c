import type { Metadata } from "next";
import { CloseAccountView } from "@/components/account/close-account-view";
import { currentUser } from "@/server/auth/current-user";

export const metadata: Metadata = { title: "Close account" };

export default async function CloseAccountPage() {
  const user = await currentUser();
  return user && <CloseAccountView user={user} />;
}
