"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";

interface OutsideButtonsProps {
  services: { id: string; name: string }[];
  /** Where to go afterwards. */
  next: string;
}

/** Signing in by another service, where this server has any set up. */
export function OutsideButtons({ services, next }: OutsideButtonsProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  if (services.length === 0) return null;

  async function leaveFor(id: string) {
    setChosen(id);
    const { signIn } = await import("next-auth/react");
    await signIn(id, { callbackUrl: next });
  }

  return (
    <div className="mt-5 flex flex-col gap-2 border-border border-t pt-5">
      {services.map(({ id, name }) => (
        <Button key={id} size="lg" busy={chosen === id} disabled={chosen !== null} onClick={() => void leaveFor(id)}>
          Continue with {name}
        </Button>
      ))}
    </div>
  );
}
