import type { Metadata } from "next";
import { GET as listContentGroups } from "@/app/v1/creator/content-groups/route";
import { Delivery } from "@/components/api/delivery";
import { wholeListAddress } from "@/components/api/whole-list";
import { GroupsPage } from "@/components/library/groups/groups-page";
import { pageAnswers } from "@/server/http/page-answer";

export const metadata: Metadata = { title: "Content groups" };

export default function ContentGroupsPage() {
  return (
    <>
      <Delivery answers={pageAnswers([listContentGroups, wholeListAddress("/v1/creator/content-groups")])} />
      <GroupsPage />
    </>
  );
}
