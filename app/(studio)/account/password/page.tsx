import type { Metadata } from "next";
import { PasswordForm } from "@/components/account/password-form";
import { currentUser } from "@/server/auth/current-user";

export const metadata: Metadata = { title: "Password" };

export default async function AccountPasswordPage() {
  const user = await currentUser();
  return user && <PasswordForm user={user} />;
}
