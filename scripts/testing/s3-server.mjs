/**
 * A foreign S3 server as a process of its own, for the tests of the S3 driver: `node s3-server.mjs PORT FOLDER`.
 * s3rver verifies signatures, expiry and signed headers of requests about objects. What it lacks and the product
 * uses is added here on its own store: listing and abandoning multipart uploads, and listing objects, whose
 * signature it computes over a path without the final slash that every SDK signs.
 */
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import S3rver from "@20minutes/s3rver";

const require = createRequire(import.meta.url);
const S3Error = require("@20minutes/s3rver/lib/models/error");

const [port, directory] = process.argv.slice(2);
const server = new S3rver({
  address: "127.0.0.1",
  port: Number(port),
  directory,
  silent: true,
  configureBuckets: [{ name: "lineup" }],
});
server.middleware.splice(-1, 0, addMultipartLists);
await server.run();
process.stdout.write("listening\n");

async function addMultipartLists(ctx, next) {
  const [, bucket, ...rest] = ctx.path.split("/");
  const key = decodeURIComponent(rest.join("/"));
  if (key === "") ctx.app = Object.create(ctx.app, { allowMismatchedSignatures: { value: true } });
  if (key === "" && "uploads" in ctx.query) return listUploads(ctx, bucket);
  if (!ctx.query.uploadId || (ctx.method !== "GET" && ctx.method !== "DELETE")) return next();
  const folder = path.join(uploadsFolder(bucket), ctx.query.uploadId);
  const names = await readdir(folder).catch(() => {
    throw new S3Error("NoSuchUpload", "The specified multipart upload does not exist.");
  });
  if (ctx.method === "DELETE") {
    await rm(folder, { recursive: true });
    ctx.status = 204;
    return;
  }
  const numbers = names.filter((name) => /^\d+$/.test(name)).sort((a, b) => a - b);
  const Part = await Promise.all(
    numbers.map(async (number) => ({
      PartNumber: number,
      ETag: JSON.stringify(await readFile(path.join(folder, `${number}.md5`), "utf8")),
      Size: (await stat(path.join(folder, number))).size,
    })),
  );
  ctx.body = { ListPartsResult: { Bucket: bucket, Key: key, UploadId: ctx.query.uploadId, IsTruncated: false, Part } };
}

async function listUploads(ctx, bucket) {
  const ids = await readdir(uploadsFolder(bucket)).catch(() => []);
  const Upload = await Promise.all(
    ids.map(async (UploadId) => {
      const keyFile = path.join(uploadsFolder(bucket), UploadId, "key");
      const Initiated = (await stat(keyFile)).mtime.toISOString();
      return { Key: await readFile(keyFile, "utf8"), UploadId, Initiated };
    }),
  );
  ctx.body = { ListMultipartUploadsResult: { Bucket: bucket, IsTruncated: false, Upload } };
}

function uploadsFolder(bucket) {
  return server.store.getResourcePath(bucket, undefined, "uploads");
}
