import type { APIRequestContext } from "@playwright/test";
import { createApiKey, signUpByRequest } from "./accounts";
import { Program } from "./program";

export interface TvChannels {
  first: { id: string; name: string; number: number };
  draft: { id: string; name: string; number: number };
  program: Program;
}

/** A creator with a channel on the air, which shows the slate, and one that is not; signed in as `request`. */
export async function makeTvChannels(request: APIRequestContext): Promise<TvChannels> {
  await signUpByRequest(request);
  const program = new Program(await createApiKey(request, ["channel:read", "channel:write", "schedule:write"]));
  const create = (name: string) =>
    program.call<{ id: string; name: string; number: number }>("POST", "/v1/creator/channels", { name });
  const [first, second] = [await create("Harbour TV"), await create("Night Owl")];
  const draft = await create("Tomorrow");
  for (const { id } of [first, second]) await program.call("POST", `/v1/creator/channels/${id}/publish`);
  return { first, draft, program };
}
