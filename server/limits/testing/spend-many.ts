import { closeRedis } from "../../redis";
import { spend } from "../sliding-window";

/** Run as a process: spends so many places under a key at once, and prints how many it was given. */
const [key = "", count = "0", limit = "0"] = process.argv.slice(2);
const window = { windowMs: 60_000, limit: Number(limit) };
const spent = await Promise.all(Array.from({ length: Number(count) }, () => spend(key, window)));
process.stdout.write(String(spent.filter(({ allowed }) => allowed).length));
await closeRedis();
