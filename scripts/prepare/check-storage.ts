import { env } from "@/server/env";
import { createStorage } from "@/server/storage/create-storage";

/** In a process of its own, because the S3 client is large and the launcher stays. The storage logs what is wrong. */
setTimeout(() => {
  process.stdout.write(`${JSON.stringify({ msg: "it does not answer within 15 s" })}\n`);
  process.exit(1);
}, 15_000).unref();
await createStorage(env())
  .check()
  .catch(() => {
    process.exitCode = 1;
  });
process.exit();
