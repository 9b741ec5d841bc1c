import { expect, test } from "vitest";
import { ApiError } from "@/components/api/client";
import { registerProblems } from "./register-problems";

function invalid(...fields: string[]) {
  const issues = fields.map((field) => ({ path: [field], code: "too_small", message: "Too small" }));
  return new ApiError(422, "request.invalid", "Some fields are not valid.", { issues });
}

test("each field that failed validation gets a sentence of its own and the form none", () => {
  const { fields, form } = registerProblems(invalid("email", "password"));
  expect(Object.keys(fields)).toEqual(["email", "password"]);
  expect(form).toBeNull();
});

test("an e-mail that is taken is said at the e-mail", () => {
  const { fields, form } = registerProblems(new ApiError(409, "auth.email_taken", "Taken."));
  expect(fields.email).toMatch(/exists already/);
  expect(form).toBeNull();
});

test("a throttled sign-up says how long to wait", () => {
  const { form } = registerProblems(new ApiError(429, "rate_limit.exceeded", "Slow down.", {}, null, 130));
  expect(form).toMatch(/Wait 3 minutes/);
});

test("what belongs to no field is shown above the form in the words of the API", () => {
  expect(registerProblems(new ApiError(503, "server.unavailable", "Try again in a moment.")).form).toBe(
    "Try again in a moment.",
  );
});
