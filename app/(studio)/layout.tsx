import type { ReactNode } from "react";
import { SignInFirst } from "@/components/auth/sign-in-first";
import { StudioShell } from "@/components/shell/studio-shell";
import { UploadProvider } from "@/components/uploads/upload-provider";
import { currentUser } from "@/server/auth/current-user";

export default async function StudioLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  if (!user) return <SignInFirst />;
  return (
    <UploadProvider>
      <StudioShell user={user} theme={user.theme}>
        {children}
      </StudioShell>
    </UploadProvider>
  );
}
