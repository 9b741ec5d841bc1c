import type { Metadata } from "next";
import { EndpointView } from "@/components/webhooks/endpoint-view";

export const metadata: Metadata = { title: "Webhook" };

export default async function WebhookPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <EndpointView id={id} />;
}
