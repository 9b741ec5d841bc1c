-- CreateTable
CREATE TABLE "kept_reply" (
    "caller" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "run_id" UUID NOT NULL,
    "status" INTEGER,
    "reply" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_reply_pkey" PRIMARY KEY ("caller","path","key")
);

-- CreateIndex
CREATE INDEX "kept_reply_created_at_idx" ON "kept_reply"("created_at");
