import type { Metadata } from "next";
import { GroupPage } from "@/components/library/groups/group-page";

export const metadata: Metadata = { title: "Content group" };

export default async function ContentGroupPage({ params }: { params: Promise<{ id: string }> }) {
  return <GroupPage id={(await params).id} />;
}
