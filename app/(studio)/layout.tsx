import type { ReactNode } from "react";
import { FirstAnswers } from "@/components/api/first-answers";
import { SignInFirst } from "@/components/auth/sign-in-first";
import { StudioShell } from "@/components/shell/studio-shell";
import { UploadProvider } from "@/components/uploads/upload-provider";
import { currentUser } from "@/server/auth/current-user";
import { env } from "@/server/env";
import { channelAnswers } from "./channel-answers";

export default async function StudioLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  if (!user) return <SignInFirst />;
  return (
    <FirstAnswers answers={channelAnswers()}>
      <UploadProvider>
        <StudioShell user={user} isModerated={env().MODERATION === "manual"} theme={user.theme}>
          {children}
        </StudioShell>
      </UploadProvider>
    </FirstAnswers>
  );
}
