import type { ReactNode } from "react";
import { DevelopersFrame } from "@/components/developers/developers-frame";
import { currentUser } from "@/server/auth/current-user";

export default async function DevelopersLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  return <DevelopersFrame user={user?.name ?? null}>{children}</DevelopersFrame>;
}
