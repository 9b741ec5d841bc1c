import { expect, test } from "vitest";
import { cn } from "./cn";

test("of two classes that set the same thing the later wins", () => {
  expect(cn("h-8 w-full rounded-sm", "h-10", "w-auto", "rounded-none")).toBe("h-10 w-auto rounded-none");
  expect(cn("size-8", "size-7")).toBe("size-7");
  expect(cn("bg-surface hover:bg-hover", "bg-accent-soft")).toBe("hover:bg-hover bg-accent-soft");
});

test("size, alignment and colour of text do not push each other out", () => {
  expect(cn("text-sm text-muted text-right", "text-accent")).toBe("text-sm text-right text-accent");
  expect(cn("text-muted text-xs", "text-base")).toBe("text-muted text-base");
});

test("an edge, its width and its colour do not push each other out", () => {
  expect(cn("border-border border-b", "border-b-2")).toBe("border-border border-b border-b-2");
  expect(cn("border-b-2 border-transparent", "border-accent")).toBe("border-b-2 border-accent");
  expect(cn("border border-border-strong", "border-dashed")).toBe("border border-border-strong border-dashed");
});

test("padding on one side adds to padding on both, and padding all round replaces it", () => {
  expect(cn("px-2.5", "pl-8")).toBe("px-2.5 pl-8");
  expect(cn("px-2.5 py-1", "p-0")).toBe("p-0");
});

test("gaps of columns and of rows do not push each other out", () => {
  expect(cn("gap-x-3 gap-y-2", "gap-y-4")).toBe("gap-x-3 gap-y-4");
  expect(cn("gap-x-3 gap-y-2", "gap-1")).toBe("gap-1");
});

test("corners, spacing and offsets do not push a colour or another corner out", () => {
  expect(cn("rounded-t-lg rounded-b-sm")).toBe("rounded-t-lg rounded-b-sm");
  expect(cn("outline-2 outline-accent outline-offset-2")).toBe("outline-2 outline-accent outline-offset-2");
  expect(cn("border-border border-separate border-spacing-0")).toBe("border-border border-separate border-spacing-0");
});

test("classes of a state only meet classes of the same state", () => {
  expect(cn("md:px-6 px-4", "md:px-2")).toBe("px-4 md:px-2");
});
