-- Numbers by which televisions know channels: in the order in which they were made, and never changed.
CREATE SEQUENCE "channel_number_seq" AS INTEGER;
ALTER TABLE "channel" ADD COLUMN "number" INTEGER;
UPDATE "channel" SET "number" = "counted"."number"
FROM (SELECT "id", row_number() OVER (ORDER BY "created_at", "id") AS "number" FROM "channel") AS "counted"
WHERE "channel"."id" = "counted"."id";
SELECT setval('channel_number_seq', count(*) + 1, false) FROM "channel";
ALTER TABLE "channel" ALTER COLUMN "number" SET DEFAULT nextval('channel_number_seq'), ALTER COLUMN "number" SET NOT NULL;
ALTER SEQUENCE "channel_number_seq" OWNED BY "channel"."number";
CREATE UNIQUE INDEX "channel_number_key" ON "channel"("number");
