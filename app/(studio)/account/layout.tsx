import type { ReactNode } from "react";
import { AccountPage } from "@/components/account/account-page";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <AccountPage>{children}</AccountPage>;
}
