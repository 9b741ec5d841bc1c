import { describe, expect, test } from "vitest";
import { readCommand } from "./command";
import { COMMANDS } from "./commands";
import { commandHelp, helpText } from "./help-text";

const read = (line: string) => readCommand(line.split(" ").filter(Boolean), COMMANDS);
const refusal = (line: string) => expect.soft(() => read(line), line);

describe("readCommand", () => {
  test("reads operands, options and repeated options", () => {
    expect(read("fill --channel night --tag a --tag b --dry-run --json")).toMatchObject({
      kind: "run",
      command: { name: "fill" },
      operands: [],
      values: { channel: "night", tag: ["a", "b"], "dry-run": true },
      json: true,
    });
    expect(read("upload a.mp4 b.mp4 --wait")).toMatchObject({ operands: ["a.mp4", "b.mp4"], json: false });
  });

  test("a command of two words is told from its family", () => {
    expect(read("schedule move 0193 --at now")).toMatchObject({
      command: { name: "schedule move" },
      operands: ["0193"],
    });
  });

  test("every way of asking for help is understood", () => {
    for (const line of ["", "help", "--help", "-h"]) expect(read(line)).toEqual({ kind: "help" });
    expect(read("publish --help")).toMatchObject({ kind: "help", command: { name: "publish" } });
    expect(read("schedule place -h")).toMatchObject({ kind: "help", command: { name: "schedule place" } });
  });

  test("what is wrong with a command line is said, with exit code 2", () => {
    refusal("pubish").toThrow("There is no command “pubish”. `lineup --help` lists them.");
    refusal("schedule").toThrow("There is no command “schedule” alone; there is `schedule list`");
    refusal("schedule shift").toThrow("There is no command “schedule shift”");
    refusal("publish").toThrow("Usage: lineup publish CHANNEL");
    refusal("publish a b").toThrow("Usage: lineup publish CHANNEL");
    refusal("fill --chanel x").toThrow("Unknown option '--chanel'. `lineup fill --help` names the options.");
    refusal("fill --channel").toThrow("'--channel <value>' argument missing");
    expect(() => read("nothing")).toThrow(expect.objectContaining({ exitCode: 2, code: "command.usage" }));
  });
});

test("help names every command, and every option of each", () => {
  const whole = helpText(COMMANDS);
  for (const command of COMMANDS) {
    expect(whole).toContain(`  ${command.name}`);
    const own = commandHelp(command);
    expect(own).toContain(`Usage: lineup ${command.name}`);
    for (const option of Object.keys(command.options)) expect(own).toContain(`--${option}`);
  }
});
