import { CalendarRange } from "lucide-react";
import { expect, test } from "vitest";
import { matching, type PaletteCommand } from "./palette-command";

const command = (fields: Partial<PaletteCommand>): PaletteCommand => ({
  id: fields.label ?? "x",
  section: "Go to",
  label: "Schedule",
  icon: CalendarRange,
  run: () => {},
  ...fields,
});

test("every word that was typed must stand somewhere in the command, whatever its case and accents", () => {
  const commands = [command({ label: "Publish Kanal Süd", words: "on air" }), command({ label: "Schedule" })];
  expect(matching(commands, "SUD  publish").map(({ label }) => label)).toEqual(["Publish Kanal Süd"]);
  expect(matching(commands, "air")).toHaveLength(1);
  expect(matching(commands, "publish schedule")).toEqual([]);
});

test("before anything is typed only the general commands stand there", () => {
  const commands = [command({ label: "Publish One", isDeep: true }), command({ label: "Schedule" })];
  expect(matching(commands, " ").map(({ label }) => label)).toEqual(["Schedule"]);
});
