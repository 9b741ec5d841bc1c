import type { Metadata } from "next";
import { ProfileForm } from "@/components/account/profile-form";
import { currentUser } from "@/server/auth/current-user";

export const metadata: Metadata = { title: "Account" };

export default async function AccountProfilePage() {
  const user = await currentUser();
  return user && <ProfileForm user={user} />;
}
