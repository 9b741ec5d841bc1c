import type { HTMLAttributes, ReactElement } from "react";
import { expect, test } from "vitest";
import { AsChild } from "./as-child";

type Rendered = ReactElement<HTMLAttributes<HTMLElement> & { href?: string }>;

test("the child keeps what it is, takes what is given, and its own properties count", () => {
  const { type, props } = AsChild({
    id: "given",
    title: "given",
    className: "px-2 text-muted",
    children: (
      <a id="own" href="/library" className="px-4">
        Library
      </a>
    ),
  }) as Rendered;
  expect(type).toBe("a");
  expect(props).toMatchObject({ id: "own", title: "given", href: "/library", className: "text-muted px-4" });
});

test("on an event the child acts first, then the one around it", () => {
  const acted: string[] = [];
  const { props } = AsChild({
    onClick: () => acted.push("around"),
    onBlur: () => acted.push("blur"),
    children: <button type="button" onClick={() => acted.push("child")} />,
  }) as Rendered;
  props.onClick?.({} as never);
  props.onBlur?.({} as never);
  expect(acted).toEqual(["child", "around", "blur"]);
});

test("anything but one element is refused", () => {
  expect(() => AsChild({ children: "words" })).toThrow();
});
