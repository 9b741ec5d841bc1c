import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { hashToken, newToken } from "@/server/api-keys/token";
import { db } from "@/server/db";
import { queue } from "@/server/queue/enqueue";
import { storage } from "@/server/storage/create-storage";
import { handleSignedPut, SIGNED_PUT_PATH } from "@/server/storage/disk-put";
import { handleTus, TUS_PATH } from "@/server/uploads/tus-node";

export interface UploadServer {
  origin: string;
  close(): Promise<void>;
}

/** The part of the front server that takes bytes, on a real socket. */
export async function openUploadServer(): Promise<UploadServer> {
  const server = createServer((request, response) => {
    if (request.url?.startsWith(SIGNED_PUT_PATH)) return void handleSignedPut(request, response);
    if (request.url?.startsWith(TUS_PATH)) return void handleTus(request, response);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export interface Uploader {
  actor: Actor;
  authorization: string;
}

/** A creator of its own with an API key. */
export async function seedUploader(scopes: string[] = ["content:write"]): Promise<Uploader> {
  const actor = await seedCreator();
  const token = newToken("creator");
  await db.apiKey.create({
    data: { ownerId: actor.userId, name: "test", tokenHash: hashToken(token), keyPrefix: token.slice(0, 16), scopes },
  });
  return { actor, authorization: `Bearer ${token}` };
}

type Handler = (request: Request, context: { params: Promise<Record<string, string | string[]>> }) => Promise<Response>;

/** Calls a route as the web server would. */
export async function post(handler: Handler, origin: string, who: Uploader | null, body: unknown) {
  const headers = new Headers({ "Content-Type": "application/json" });
  if (who) headers.set("Authorization", who.authorization);
  const request = new Request(`${origin}/v1/x`, { method: "POST", headers, body: JSON.stringify(body) });
  const response = await handler(request, { params: Promise.resolve({}) });
  return { status: response.status, body: await response.json() };
}

export const randomFile = (sizeBytes: number) => randomBytes(sizeBytes);

export async function itemOf(contentItemId: string) {
  return db.contentItem.findUniqueOrThrow({ where: { id: contentItemId } });
}

/** Keys of everything stored for an item, apart from what plays. */
export async function storedFor(contentItemId: string): Promise<string[]> {
  const keys: string[] = [];
  for (const prefix of [`uploads/${contentItemId}/`, `sources/${contentItemId}/`]) {
    for await (const object of storage().list(prefix)) keys.push(object.key);
  }
  return keys;
}

/** Whether the transcode of an item's first attempt waits in the queue. */
export async function isQueued(contentItemId: string): Promise<boolean> {
  return (await queue("transcode").getJob(`transcode-${contentItemId}-1`)) !== undefined;
}
