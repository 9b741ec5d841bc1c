import type { Metadata } from "next";
import { ApiReference } from "@/components/developers/reference/api-reference";
import { currentUser } from "@/server/auth/current-user";
import { originOfPage } from "@/server/http/origin-of-page";

export const metadata: Metadata = {
  title: "API reference",
  description: "Every operation of the API, to read and to try.",
};

export default async function ApiReferencePage() {
  const user = await currentUser();
  return <ApiReference origin={await originOfPage()} user={user?.name ?? null} />;
}
