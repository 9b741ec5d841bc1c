import { env } from "@/server/env";
import { log } from "@/server/log";
import { startOrigin } from "./server";

/** How long open requests may go on after the signal to stop; the launcher waits a second longer. */
const DRAIN_MS = 5_000;

async function main(): Promise<void> {
  const running = await startOrigin(env()).catch((thrown: NodeJS.ErrnoException) => {
    const { PORT } = env();
    const reason = thrown.code === "EADDRINUSE" ? `Port ${PORT} is in use by another program.` : thrown.message;
    process.stderr.write(`The front server could not start. ${reason}\n`);
    process.exit(1);
  });
  log.info({ port: running.port }, "the front server listens");
  const stop = () => void running.stop(DRAIN_MS).then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

await main();
