/** The whole work of a transcode job on one file, in a process of its own: `whole-job.ts SOURCE FOLDER`. */
process.env.DATABASE_URL ??= "postgresql://localhost/none";
process.env.REDIS_URL ??= "redis://localhost";
process.env.NEXTAUTH_SECRET ??= "a bench opens no session".padEnd(40);
process.env.TRANSCODE_PRIORITY = "normal";
const { transcodeFile } = await import("@/worker/transcode-file");
const { finishEncode } = await import("@/worker/finish-encode");

const [source, folder] = process.argv.slice(2);
if (!source || !folder) throw new Error("usage: whole-job.ts SOURCE FOLDER");
// A worker has started long before a job comes: what starting costs is told, so that it can be left out.
const started = process.cpuUsage();
const startedAt = performance.now();
const { signal } = new AbortController();
await finishEncode(await transcodeFile(source, folder, { signal }), signal);
const wallSeconds = (performance.now() - startedAt) / 1000;
console.log(JSON.stringify({ wallSeconds, startCpuSeconds: (started.user + started.system) / 1e6 }));

export {};
