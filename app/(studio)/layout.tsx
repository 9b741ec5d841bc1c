import type { ReactNode } from "react";
import { GET as listChannels } from "@/app/v1/creator/channels/route";
import { FirstAnswers } from "@/components/api/first-answers";
import { wholeListAddress } from "@/components/api/whole-list";
import { SignInFirst } from "@/components/auth/sign-in-first";
import { StudioShell } from "@/components/shell/studio-shell";
import { UploadProvider } from "@/components/uploads/upload-provider";
import { currentUser } from "@/server/auth/current-user";
import { env } from "@/server/env";
import { pageAnswers } from "@/server/http/page-answer";

export default async function StudioLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  if (!user) return <SignInFirst />;
  return (
    <FirstAnswers answers={pageAnswers([listChannels, wholeListAddress("/v1/creator/channels")])}>
      <UploadProvider>
        <StudioShell user={user} isModerated={env().MODERATION === "manual"} theme={user.theme}>
          {children}
        </StudioShell>
      </UploadProvider>
    </FirstAnswers>
  );
}
