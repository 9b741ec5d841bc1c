import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthFrame } from "@/components/auth/auth-frame";
import { nextAddress } from "@/components/auth/next-address";
import { OutsideButtons } from "@/components/auth/outside-buttons";
import { SignInForm } from "@/components/auth/sign-in-form";
import { refusalText } from "@/components/auth/sign-in-with-password";
import { currentUser } from "@/server/auth/current-user";
import { outsideSignIns } from "@/server/auth/outside-sign-ins";

export const metadata: Metadata = { title: "Sign in" };

type Search = Promise<{ next?: string | string[]; email?: string | string[]; error?: string | string[] }>;

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const { next, email, error } = await searchParams;
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
      <SignInForm
        next={after}
        email={typeof email === "string" ? email : undefined}
        refusal={typeof error === "string" ? refusalText(error) : null}
      />
      <OutsideButtons services={outsideSignIns()} next={after} />
    </AuthFrame>
  );
}
