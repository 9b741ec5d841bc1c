import { RadioTower } from "lucide-react";
import Link from "next/link";
import { buttonStyle } from "../ui/button";
import { EmptyState } from "../ui/empty-state";

/** The front page while no channel is on the air. */
export function NothingOn({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <div className="flex min-h-[60dvh] items-center">
      <EmptyState
        icon={<RadioTower aria-hidden />}
        title="Nothing is on the air yet"
        action={
          <Link href={isSignedIn ? "/channels" : "/sign-in"} className={buttonStyle({ tone: "primary" })}>
            {isSignedIn ? "Go to your channels" : "Sign in to the Studio"}
          </Link>
        }
      >
        {isSignedIn
          ? "Publish a channel and it stands here for everybody, with what it shows now and next."
          : "Channels appear here by themselves as soon as their creators publish them."}
      </EmptyState>
    </div>
  );
}
