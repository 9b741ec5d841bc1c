import pg from "pg";
import { emptySketch, packSketch } from "@/core/analytics/sketch";
import { seedCreator } from "@/prisma/seed/builders";
import { summarize } from "@/server/analytics/summarize";
import { closeDb } from "@/server/db";
import { env } from "@/server/env";

/** Run as a process: how long a summary takes over the figures of 100 million beacons. */
export interface SummaryTime {
  beacons: number;
  p95Ms: number;
}

const CHANNELS = 20;
const ITEMS = 3;
const DAYS = 35;
const TIMES = 200;
const WARM_UP = 20;
const BEACONS = 100_000_000;

const owner = await seedCreator();
const client = new pg.Client({ connectionString: env().DATABASE_URL });
await client.connect();
const channels = await client.query<{ id: string }>(
  `INSERT INTO channel (id, owner_id, slug, name, status, cpm_minor, updated_at)
    SELECT gen_random_uuid(), $1, 'bench-' || n, 'Channel ' || n, 'published', 100 * n, now()
    FROM generate_series(1, $2::int) AS n RETURNING id`,
  [owner.userId, CHANNELS],
);
const channelIds = channels.rows.map(({ id }) => id);
const cells = CHANNELS * ITEMS * DAYS * 96;
const beaconsPerCell = BEACONS / cells;
/** Of four heartbeats a minute, one beacon in forty is a view and one an impression. */
const figures = (share: number) =>
  [beaconsPerCell / 40, beaconsPerCell / 40, beaconsPerCell * 15_000].map((n) => Math.ceil(n * share));
const fill = (table: string, step: string, share: number) =>
  client.query(
    `INSERT INTO ${table} (owner_id, bucket, channel_id, content_item_id, views, impressions, watch_ms)
      SELECT $1, bucket, channel_id, md5('item ' || item)::uuid, $3, $4, $5
      FROM unnest($2::uuid[]) AS channel_id, generate_series(1, ${ITEMS}) AS item,
        generate_series(date_trunc('day', now()) - interval '${DAYS - 1} days', now(), interval '${step}') AS bucket`,
    [owner.userId, channelIds, ...figures(share)],
  );
await fill("audience_quarter", "15 minutes", 1);
await fill("audience_minute", "1 minute", 1 / 15);
const full = packSketch(emptySketch().map((_, register) => 1 + ((register * 2654435761) >>> 29)));
await client.query(
  `INSERT INTO audience_sketch (scope_id, minutes, bucket, sketch)
    SELECT $1, minutes, bucket, $2 FROM unnest(ARRAY[1, 15]) AS minutes,
      generate_series(date_trunc('day', now()) - interval '9 days', now(), make_interval(mins => minutes)) AS bucket`,
  [owner.userId, Buffer.from(full)],
);
await client.query("ANALYZE");
await client.end();

const times: number[] = [];
for (let time = 0; time < WARM_UP + TIMES; time++) {
  const startedAt = performance.now();
  await summarize(owner, { timezone: "Europe/Berlin" });
  if (time >= WARM_UP) times.push(performance.now() - startedAt);
}
times.sort((a, b) => a - b);
const result: SummaryTime = { beacons: BEACONS, p95Ms: times[Math.floor(times.length * 0.95)]! };
process.stdout.write(JSON.stringify(result));
await closeDb();
