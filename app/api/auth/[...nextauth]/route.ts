import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/server/auth/next-auth";

type Context = { params: Promise<{ nextauth: string[] }> };

/** The settings are read on each call, not when this file is loaded: a build has no settings. */
function handle(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions(request.headers.get("user-agent") ?? ""));
}

export { handle as GET, handle as POST };
