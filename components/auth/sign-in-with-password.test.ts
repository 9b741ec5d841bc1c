import { expect, test } from "vitest";
import { refusalText } from "./sign-in-with-password";

test("a wrong password is told in our words, not in the library's code", () => {
  expect(refusalText("CredentialsSignin")).toMatch(/do not belong together/);
});

test("a throttled sign-in shows the sentence of the server, which says how long to wait", () => {
  expect(refusalText("Too many failed attempts to sign in. Try again in 4 minutes.")).toMatch(/4 minutes/);
});

test("an unknown code is never shown as it is", () => {
  expect(refusalText("Configuration")).not.toMatch(/Configuration/);
});
