import { env } from "../env";

/** Scheme and host of this server as browsers see it. The front server sets the forwarded headers itself. */
export function ownOrigin(request: Request): string {
  const configured = env().NEXTAUTH_URL;
  if (configured) return new URL(configured).origin;
  const url = new URL(request.url);
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host") ?? url.host;
  const scheme = request.headers.get("x-forwarded-proto") ?? url.protocol.slice(0, -1);
  return `${scheme}://${host}`;
}
