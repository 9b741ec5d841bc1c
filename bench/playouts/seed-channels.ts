import pg from "pg";

/** Minutes of a film; a channel's day is made of them, back to back. */
const FILM_MINUTES = 100;
const HOURS_SCHEDULED = 14;

/**
 * Fills a database with published channels as creators have them: of ten, six play films by schedule, two play filler
 * all day, two have nothing and show the slate. Slugs are `<prefix>-1` and so on. They have been on the air for a while.
 */
export async function seedChannels(databaseUrl: string, prefix: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(LIBRARY, [`${prefix}@example.com`, FILM_MINUTES * 60_000, 30_000]);
    await client.query(CHANNELS, [`${prefix}@example.com`, prefix, count]);
    await client.query(BLOCKS, [prefix, FILM_MINUTES, HOURS_SCHEDULED]);
    await client.query("DELETE FROM plan_change");
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
}

const LIBRARY = `WITH owner AS (
    INSERT INTO "user" (id, email, name) VALUES (gen_random_uuid(), $1, 'Bench')
    ON CONFLICT (email) DO UPDATE SET name = 'Bench' RETURNING id
  ), shapes (title, duration_ms, tags) AS (
    SELECT 'Film ' || n, $2::int, ARRAY[]::text[] FROM generate_series(1, 20) AS n
    UNION ALL SELECT 'Filler ' || n, $3::int + 4000 * n, ARRAY['filler'] FROM generate_series(1, 10) AS n
  ), items AS (
    INSERT INTO content_item (id, owner_id, title, search_title, tags, status, filename, content_type, size_bytes,
      duration_ms, encoding_id, updated_at)
    SELECT gen_random_uuid(), owner.id, title, title, tags, 'ready', 'bench.mp4', 'video/mp4', 1, duration_ms,
      gen_random_uuid(), now() FROM owner, shapes
    RETURNING id, encoding_id, duration_ms
  ), encodings AS (
    INSERT INTO encoding (id, content_item_id, duration_ms, video_timescale, video_segment_ticks, audio_timescale,
      audio_segment_ticks, pictures)
    SELECT encoding_id, id, duration_ms, 30000, array_fill(120000, ARRAY[duration_ms / 4000]), 48000,
      array_fill(192000, ARRAY[duration_ms / 4000]), '{}' FROM items
    RETURNING id
  )
  INSERT INTO rendition (id, encoding_id, name, average_bitrate, peak_bitrate, codecs, segment_bytes)
  SELECT gen_random_uuid(), id, name, 1, 1, 'avc1.640028', '{}'
  FROM encodings, unnest(ARRAY['1080p', '720p', '480p', '360p', 'audio']) AS name`;

const CHANNELS = `INSERT INTO channel (id, owner_id, slug, name, status, published_at, status_changes_at, updated_at,
    filler)
  SELECT gen_random_uuid(), (SELECT id FROM "user" WHERE email = $1), $2 || '-' || n, 'Bench', 'published',
    now() - interval '1 day', now() - interval '1 day', now() - random() * interval '3 hours',
    CASE WHEN n % 10 IN (7, 8) THEN '{"tags": ["filler"]}'::jsonb ELSE '{}'::jsonb END
  FROM generate_series(1, $3::int) AS n`;

/** Each channel begins with another film, at another moment. */
const BLOCKS = `INSERT INTO block (id, channel_id, content_item_id, starts_at, ends_at, updated_at)
  SELECT gen_random_uuid(), channel.id, films.ids[1 + (place.n + at.n) % array_length(films.ids, 1)],
    at.starts_at, at.starts_at + make_interval(mins => $2::int), now()
  FROM channel,
    LATERAL (SELECT split_part(slug, '-', 2)::int AS n) AS place,
    LATERAL (SELECT n, date_trunc('second', now()) - make_interval(mins => place.n % $2::int)
      + make_interval(mins => $2::int * n) AS starts_at FROM generate_series(0, $3::int * 60 / $2::int) AS n) AS at,
    (SELECT array_agg(id ORDER BY title) AS ids FROM content_item WHERE title LIKE 'Film %') AS films
  WHERE slug LIKE $1 || '-%' AND place.n % 10 < 7 AND place.n % 10 > 0`;
