import type { Metadata } from "next";
import { ProfileView } from "@/components/account/profile-view";
import { currentUser } from "@/server/auth/current-user";

export const metadata: Metadata = { title: "Account" };

export default async function AccountProfilePage() {
  const user = await currentUser();
  return user && <ProfileView user={user} />;
}
