import type { ApiError } from "@/components/api/client";

export type RegisterField = "name" | "email" | "password";

const FIELD_TEXT: Record<RegisterField, string> = {
  name: "Write the name that others should see.",
  email: "Write an e-mail address, such as ada@example.com.",
  password: "Use at least 10 characters.",
};

export interface RegisterProblems {
  fields: Partial<Record<RegisterField, string>>;
  form: string | null;
}

/** Puts a refusal of the API where the person can act on it: at a field, or above the form. */
export function registerProblems(error: ApiError | null): RegisterProblems {
  if (!error) return { fields: {}, form: "Something went wrong in this page. Reload it and try again." };
  if (error.code === "auth.email_taken") {
    return { fields: { email: "An account with this e-mail exists already. Sign in instead." }, form: null };
  }
  if (error.code === "auth.signup_closed") {
    return { fields: {}, form: "New accounts are switched off on this server. Ask whoever runs it." };
  }
  if (error.status === 429) {
    const minutes = Math.max(1, Math.ceil((error.retryAfterSeconds ?? 60) / 60));
    const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
    return { fields: {}, form: `Too many attempts from this network. Wait ${wait}, then try again.` };
  }
  const fields: RegisterProblems["fields"] = {};
  for (const { path, code } of error.issues) {
    const field = path[0];
    if (field !== "name" && field !== "email" && field !== "password") continue;
    fields[field] = code === "too_big" ? "This is too long." : FIELD_TEXT[field];
  }
  return { fields, form: Object.keys(fields).length > 0 ? null : error.message };
}
