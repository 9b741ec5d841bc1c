import type { ReactNode } from "react";

interface ProfileViewProps {
  user: { id: string; name: string; email: string; timezone: string };
}

/** Who is signed in. */
export function ProfileView({ user }: ProfileViewProps) {
  const facts: [string, ReactNode][] = [
    ["Name", user.name],
    ["E-mail", user.email],
    ["Time zone", user.timezone.replaceAll("_", " ")],
    [
      "Account id",
      <code key="id" className="break-all font-mono text-muted text-sm">
        {user.id}
      </code>,
    ],
  ];
  return (
    <dl className="max-w-2xl border-border border-t">
      {facts.map(([name, value]) => (
        <div key={name} className="grid gap-x-4 border-border border-b py-3 sm:grid-cols-[10rem_1fr]">
          <dt className="text-muted">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
