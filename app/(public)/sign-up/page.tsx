import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthFrame } from "@/components/auth/auth-frame";
import { nextAddress } from "@/components/auth/next-address";
import { OutsideButtons } from "@/components/auth/outside-buttons";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { currentUser } from "@/server/auth/current-user";
import { outsideSignIns } from "@/server/auth/outside-sign-ins";

export const metadata: Metadata = { title: "Create an account" };

type Search = Promise<{ next?: string | string[] }>;

export default async function SignUpPage({ searchParams }: { searchParams: Search }) {
  const { next } = await searchParams;
  const after = nextAddress(next);
  if (await currentUser()) redirect(after);
  return (
    <AuthFrame
      title="Create an account"
      footer={
        <>
          Have an account?{" "}
          <Link
            href={{ pathname: "/sign-in", query: next ? { next: after } : undefined }}
            className="font-medium text-accent underline-offset-4 hover:underline"
          >
            Sign in
          </Link>
        </>
      }
    >
      <SignUpForm next={after} />
      <OutsideButtons services={outsideSignIns()} next={after} />
    </AuthFrame>
  );
}
