import { z } from "zod";
import { Me } from "@/core/auth/contract";
import { getMe } from "../../auth/get-me";
import { tool } from "../tool";

const NoInput = z.strictObject({});

export const ACCOUNT_TOOLS = [
  tool({
    name: "ping",
    title: "Ping",
    description:
      "Answers at once with the time of this server, in UTC. Use it to test the connection and to know what `now` is.",
    scope: "any",
    input: NoInput,
    output: z.object({ pong: z.literal(true), now: z.string() }),
    readOnly: true,
    call: async () => ({ pong: true as const, now: new Date().toISOString() }),
  }),
  tool({
    name: "whoami",
    title: "Who am I",
    description:
      "The account that the API key belongs to, and the scopes that the key holds. Tools whose scope it lacks are not listed.",
    scope: "any",
    input: NoInput,
    output: Me,
    readOnly: true,
    call: (actor) => getMe(actor),
  }),
];
