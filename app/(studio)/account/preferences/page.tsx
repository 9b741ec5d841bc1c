import type { Metadata } from "next";
import { PreferencesForm } from "@/components/account/preferences-form";
import { currentUser } from "@/server/auth/current-user";

export const metadata: Metadata = { title: "Preferences" };

export default async function AccountPreferencesPage() {
  const user = await currentUser();
  return user && <PreferencesForm user={user} />;
}
