import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/server/auth/next-auth";
import { answer } from "@/server/http/answer";
import { refuseOtherOrigin } from "@/server/http/authenticate";
import { ownOrigin } from "@/server/http/own-origin";

type Context = { params: Promise<{ nextauth: string[] }> };

/** The settings are read on each call, not when this file is loaded: a build has no settings. */
function handle(request: NextRequest, context: Context): Promise<Response> {
  const secure = ownOrigin(request).startsWith("https:");
  return NextAuth(request, context, authOptions(request.headers.get("user-agent") ?? "", secure));
}

/** Beside next-auth's own token against forgery: no page of another site signs anybody in or out. */
function handlePost(request: NextRequest, context: Context): Promise<Response> {
  return answer(request, async () => {
    refuseOtherOrigin(request, ownOrigin(request));
    return handle(request, context);
  });
}

export { handle as GET, handlePost as POST };
