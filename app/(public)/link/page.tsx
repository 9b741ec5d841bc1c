import type { Metadata } from "next";
import { SignInFirst } from "@/components/auth/sign-in-first";
import { ApproveTv } from "@/components/link/approve-tv";
import { EnterCode } from "@/components/link/enter-code";
import { LinkFrame } from "@/components/link/link-frame";
import { currentUser } from "@/server/auth/current-user";
import { deviceForPage } from "@/server/devices/device-for-page";

export const metadata: Metadata = { title: "Link a TV" };

type Search = Promise<{ user_code?: string | string[] }>;

export default async function LinkPage({ searchParams }: { searchParams: Search }) {
  const user = await currentUser();
  if (!user) return <SignInFirst />;
  const { user_code: typed } = await searchParams;
  if (typeof typed !== "string" || typed.trim() === "") {
    return (
      <LinkFrame title="Link a TV">
        <EnterCode />
      </LinkFrame>
    );
  }
  const device = await deviceForPage(user.id, typed, new Date());
  if (device.state !== "waiting") {
    return (
      <LinkFrame title="Link a TV">
        <EnterCode typed={typed} refusal={device.state} />
      </LinkFrame>
    );
  }
  return (
    <LinkFrame title="Sign in this TV?">
      <ApproveTv device={device} email={user.email} />
    </LinkFrame>
  );
}
