import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthFrame } from "@/components/auth/auth-frame";
import { nextAddress } from "@/components/auth/next-address";
import { SignInForm } from "@/components/auth/sign-in-form";
import { currentUser } from "@/server/auth/current-user";

export const metadata: Metadata = { title: "Sign in" };

type Search = Promise<{ next?: string | string[]; email?: string | string[] }>;

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const { next, email } = await searchParams;
  const after = nextAddress(next);
  if (await currentUser()) redirect(after);
  return (
    <AuthFrame
      title="Sign in"
      footer={
        <>
          No account yet?{" "}
          <Link
            href={{ pathname: "/sign-up", query: next ? { next: after } : undefined }}
            className="font-medium text-accent underline-offset-4 hover:underline"
          >
            Create one
          </Link>
        </>
      }
    >
      <SignInForm next={after} email={typeof email === "string" ? email : undefined} />
    </AuthFrame>
  );
}
