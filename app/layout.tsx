import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { ApiProvider } from "@/components/api/api-provider";
import { THEME_COOKIE, themeOf } from "@/components/shell/theme";
import { ToastHost } from "@/components/ui/toast-host";
import { currentUser } from "@/server/auth/current-user";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Lineup", template: "%s · Lineup" },
  description: "Run your own TV channels.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f3f5f6" },
    { media: "(prefers-color-scheme: dark)", color: "#0d1113" },
  ],
};

/** Reading the cookie makes every page dynamic, which the nonce of the content security policy needs anyway. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page that can be shown without its reader's preferences is shown while the database is away.
  const user = await currentUser().catch(() => null);
  const theme = user?.theme ?? themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html
      lang="en"
      data-theme={theme === "system" ? undefined : theme}
      data-zone={user?.timezone}
      data-clock={user?.clock === "auto" ? undefined : user?.clock}
      suppressHydrationWarning
    >
      <body>
        <ApiProvider>{children}</ApiProvider>
        <ToastHost />
      </body>
    </html>
  );
}
