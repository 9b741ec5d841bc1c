import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { SignInFirst } from "@/components/auth/sign-in-first";
import { StudioShell } from "@/components/shell/studio-shell";
import { THEME_COOKIE, themeOf } from "@/components/shell/theme";
import { UploadProvider } from "@/components/uploads/upload-provider";
import { currentUser } from "@/server/auth/current-user";

export default async function StudioLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  if (!user) return <SignInFirst />;
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <UploadProvider>
      <StudioShell user={user} theme={theme}>
        {children}
      </StudioShell>
    </UploadProvider>
  );
}
