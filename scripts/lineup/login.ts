import { getMe } from "@/generated/client/sdk.gen";
import { command } from "./command";
import { connect } from "./connect";
import { forgetAccount, originOf, storeAccount } from "./credentials";
import { usage } from "./failure";
import { patientFetch } from "./patient-fetch";
import type { Session } from "./session";

/** Asks for what is missing, tries it, and keeps it. */
export const login = command({
  name: "login",
  summary: "Store the address of a server and an API key, once both are found to work",
  withoutKey: true,
  options: {
    url: { type: "string", value: "ADDRESS", about: "Address of the server; asked for when it is absent" },
  },
  run: async (_, { url: given }, session) => {
    const url = originOf(given ?? session.account.url ?? (await session.ask("Address of the server: ", false)));
    // Never an option: the command line of a process can be read by everybody on the machine.
    const key = (session.account.key || (await session.ask("API key: ", true))).trim();
    if (!key) throw usage("No key was given. Make one in the Studio under Account > API keys.");
    const { user, auth } = await whoIs({ url, key }, session);
    await storeAccount({ url, key }, session.credentialsFile);
    const scopes = auth.scopes ?? [];
    return {
      text: `Signed in to ${url} as ${user.name} (${user.email}).\nThe key may: ${scopes.join(", ") || "nothing"}.`,
      json: { url, user, scopes },
    };
  },
});

async function whoIs(account: Session["account"], { signal, sleep }: Session) {
  const fetch = patientFetch({ fetch: globalThis.fetch, sleep, newKey: crypto.randomUUID.bind(crypto) });
  const { data } = await getMe({ client: connect(account, fetch, signal), throwOnError: true });
  return data;
}

export const logout = command({
  name: "logout",
  summary: "Forget the stored key; it stays valid until it is revoked in the Studio",
  withoutKey: true,
  run: async (_, __, { credentialsFile }) => {
    const forgotten = await forgetAccount(credentialsFile);
    return { text: forgotten ? "The stored key is forgotten." : "There was no stored key.", json: { forgotten } };
  },
});
