import type { ApiError } from "@/components/api/client";

export type AccountField = "name" | "email" | "currentPassword" | "newPassword" | "password";

export interface AccountProblems {
  fields: Partial<Record<AccountField, string>>;
  form: string | null;
}

const FIELD_TEXT: Record<AccountField, string> = {
  name: "Write a name of 1 to 200 characters.",
  email: "Write an e-mail address, such as ada@example.com.",
  currentPassword: "Write your current password.",
  newPassword: "Use at least 10 characters.",
  password: "Write your password.",
};

/**
 * Puts a refusal of the API where the person can act on it: at a field, or above the form.
 * @param passwordField the field that asks for the password that the account has now
 */
export function accountProblems(
  error: Pick<ApiError, "code" | "status" | "message" | "issues">,
  passwordField: "currentPassword" | "password",
): AccountProblems {
  if (error.code === "auth.password_wrong") {
    return { fields: { [passwordField]: "This is not your password." }, form: null };
  }
  if (error.code === "auth.email_taken") {
    return { fields: { email: "Another account has this e-mail address." }, form: null };
  }
  const fields: AccountProblems["fields"] = {};
  for (const { path } of error.issues) {
    const field = path[0] as AccountField;
    if (field in FIELD_TEXT) fields[field] = FIELD_TEXT[field];
  }
  return { fields, form: Object.keys(fields).length > 0 ? null : error.message };
}
