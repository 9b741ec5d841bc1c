import { expect, test } from "vitest";
import { accountProblems } from "./account-problems";

const refusal = (code: string, fields: string[] = []) =>
  ({
    code,
    status: 422,
    message: "The server says why.",
    issues: fields.map((field) => ({ path: [field], code: "custom", message: "no" })),
  }) as Parameters<typeof accountProblems>[0];

test("a wrong password is told where the password was written", () => {
  expect(accountProblems(refusal("auth.password_wrong"), "password").fields).toEqual({
    password: "This is not your password.",
  });
});

test("fields that the form has are told at the field, anything else above the form, in the server's words", () => {
  const { fields, form } = accountProblems(refusal("request.invalid", ["newPassword", "name"]), "currentPassword");
  expect([Object.keys(fields), form]).toEqual([["newPassword", "name"], null]);
  expect(accountProblems(refusal("rate_limit.exceeded"), "password")).toEqual({
    fields: {},
    form: "The server says why.",
  });
  expect(accountProblems(refusal("request.invalid", ["surprise"]), "password").form).toBe("The server says why.");
});
