-- What the audience's sessions sent in the last day: repeats are told by it, and the time between beacons.
CREATE TABLE "session_beacon" (
    "session_id" TEXT NOT NULL,
    "at_ms" BIGINT NOT NULL,
    "kind" SMALLINT NOT NULL,
    "nonce" INTEGER NOT NULL,
    "owner_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "content_item_id" UUID NOT NULL,
    "position_ms" INTEGER NOT NULL,

    CONSTRAINT "session_beacon_pkey" PRIMARY KEY ("session_id","at_ms","kind","nonce")
);

-- For the removal of what is old: rows come nearly in this order, so a few pages tell where they lie.
CREATE INDEX "session_beacon_at_ms_brin" ON "session_beacon" USING brin ("at_ms");

CREATE TABLE "audience_minute" (
    "owner_id" UUID NOT NULL,
    "bucket" TIMESTAMPTZ(3) NOT NULL,
    "channel_id" UUID NOT NULL,
    "content_item_id" UUID NOT NULL,
    "views" INTEGER NOT NULL,
    "impressions" INTEGER NOT NULL,
    "watch_ms" BIGINT NOT NULL,

    CONSTRAINT "audience_minute_pkey" PRIMARY KEY ("owner_id","bucket","channel_id","content_item_id")
);

CREATE TABLE "audience_quarter" (
    "owner_id" UUID NOT NULL,
    "bucket" TIMESTAMPTZ(3) NOT NULL,
    "channel_id" UUID NOT NULL,
    "content_item_id" UUID NOT NULL,
    "views" INTEGER NOT NULL,
    "impressions" INTEGER NOT NULL,
    "watch_ms" BIGINT NOT NULL,

    CONSTRAINT "audience_quarter_pkey" PRIMARY KEY ("owner_id","bucket","channel_id","content_item_id")
);

CREATE INDEX "audience_quarter_channel_id_bucket_idx" ON "audience_quarter"("channel_id", "bucket");

CREATE TABLE "audience_sketch" (
    "scope_id" UUID NOT NULL,
    "minutes" SMALLINT NOT NULL,
    "bucket" TIMESTAMPTZ(3) NOT NULL,
    "sketch" BYTEA NOT NULL,

    CONSTRAINT "audience_sketch_pkey" PRIMARY KEY ("scope_id","minutes","bucket")
);

-- The largest sketch has 2 kB and hardly compresses: beside its key it is read at once.
ALTER TABLE "audience_sketch" SET (toast_tuple_target = 4096);
ALTER TABLE "audience_sketch" ALTER COLUMN "sketch" SET STORAGE MAIN;

CREATE TABLE "audience_position" (
    "content_item_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "stretch" INTEGER NOT NULL,
    "watch_ms" BIGINT NOT NULL,

    CONSTRAINT "audience_position_pkey" PRIMARY KEY ("content_item_id","day","stretch")
);

CREATE TABLE "dropped_beacon" (
    "owner_id" UUID NOT NULL,
    "bucket" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "dropped_beacon_pkey" PRIMARY KEY ("owner_id","bucket","reason")
);

CREATE TABLE "beacon_position" (
    "stream" TEXT NOT NULL,
    "entry_id" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "beacon_position_pkey" PRIMARY KEY ("stream")
);
