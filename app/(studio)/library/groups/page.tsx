import type { Metadata } from "next";
import { GroupsPage } from "@/components/library/groups/groups-page";

export const metadata: Metadata = { title: "Content groups" };

export default function ContentGroupsPage() {
  return <GroupsPage />;
}
