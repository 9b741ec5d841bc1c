import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { freePort } from "../services/ports";

export interface S3ForTests {
  /** Settings of the product that make it use this server. */
  settings: Record<string, string>;
  stop(): Promise<void>;
}

/**
 * An S3 server for one test file, empty and on a port of its own. With `TEST_S3_ENDPOINT` (and `TEST_S3_BUCKET`,
 * `TEST_S3_ACCESS_KEY_ID`, `TEST_S3_SECRET_ACCESS_KEY`, `TEST_S3_REGION`) the tests run against that service instead.
 */
export async function startS3(): Promise<S3ForTests> {
  const given = process.env.TEST_S3_ENDPOINT;
  if (given) return { settings: settingsOf(given), stop: async () => {} };
  const folder = await mkdtemp(path.join(process.env.LINEUP_DIR ?? "/tmp", "s3-"));
  const port = await freePort();
  // Its page tokens are made with DES, which OpenSSL 3 has among its legacy ciphers.
  const command = ["--openssl-legacy-provider", path.resolve("scripts/testing/s3-server.mjs"), String(port), folder];
  const server = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"] });
  await Promise.race([
    once(server.stdout, "data"),
    once(server, "exit").then(() => Promise.reject(new Error("The S3 server for tests did not start."))),
  ]);
  return {
    settings: settingsOf(`http://127.0.0.1:${port}`),
    stop: async () => {
      server.kill();
      await once(server, "exit");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function settingsOf(endpoint: string): Record<string, string> {
  return {
    S3_ENDPOINT: endpoint,
    S3_REGION: process.env.TEST_S3_REGION ?? "us-east-1",
    S3_BUCKET: process.env.TEST_S3_BUCKET ?? "lineup",
    S3_ACCESS_KEY_ID: process.env.TEST_S3_ACCESS_KEY_ID ?? "S3RVER",
    S3_SECRET_ACCESS_KEY: process.env.TEST_S3_SECRET_ACCESS_KEY ?? "S3RVER",
    S3_FORCE_PATH_STYLE: "true",
  };
}
