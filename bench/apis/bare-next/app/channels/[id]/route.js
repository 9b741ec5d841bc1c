import { db } from "@/server/db";

/** The query of `GET /v1/creator/channels/:id` and nothing else: nobody is asked who they are, nothing is checked. */
export async function GET(request, { params }) {
  const { id } = await params;
  const ownerId = new URL(request.url).searchParams.get("owner");
  return Response.json(await db.channel.findFirst({ where: { id, ownerId } }));
}
