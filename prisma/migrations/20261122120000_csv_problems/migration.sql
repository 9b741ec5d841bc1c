-- CreateTable
CREATE TABLE "csv_problem" (
    "id" BIGSERIAL NOT NULL,
    "job_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT,
    "severity" TEXT NOT NULL,
    "ingest_id" TEXT,
    "message" TEXT NOT NULL,

    CONSTRAINT "csv_problem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "csv_problem_job_id_line_id_idx" ON "csv_problem"("job_id", "line", "id");

-- AddForeignKey
ALTER TABLE "csv_problem" ADD CONSTRAINT "csv_problem_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE CASCADE ON UPDATE CASCADE;
