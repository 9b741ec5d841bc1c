import { expect, test } from "vitest";
import type { CsvSummary } from "@/core/import/csv-contract";
import type { ListedJob } from "@/core/import/job-list-contract";
import { hostOf, jobLine } from "./job-words";

const JOB: ListedJob = {
  id: "01936f4e-0000-7000-8000-000000000000",
  kind: "import",
  status: "running",
  progressPercent: 31,
  progress: null,
  convertingSpeed: null,
  secondsLeft: null,
  source: "https://example.com:8080/a.mp4",
  item: {
    id: "01936f4e-0000-7000-8000-000000000001",
    title: "A",
    type: "movie",
    status: "uploading",
    thumbnailUrl: null,
  },
  csv: null,
  error: null,
  warnings: [],
  canRetry: false,
  canCancel: true,
  createdAt: "",
  updatedAt: "",
};
const item = (status: NonNullable<ListedJob["item"]>["status"]) => ({ ...JOB.item!, status });
const SUMMARY: CsvSummary = {
  encoding: "utf-8",
  delimiter: ",",
  unknownColumns: [],
  rows: 9,
  created: 3,
  updated: 2,
  unchanged: 3,
  skipped: 1,
  imports: 0,
  errors: 1,
  warnings: 0,
};

test.each<[string, Partial<ListedJob>]>([
  ["Waiting", { status: "queued" }],
  ["Under way", {}],
  [
    "Downloading 25 % · 10 MB of 40 MB · 2.5 MB/s",
    { progress: { step: "downloading", receivedBytes: 10e6, totalBytes: 40e6, bytesPerSecond: 2.5e6 } },
  ],
  [
    "Downloading · 10 MB",
    { progress: { step: "downloading", receivedBytes: 10e6, totalBytes: null, bytesPerSecond: null } },
  ],
  ["Waiting to be converted", { item: item("pending_transcode") }],
  ["Converting 31 % · 2.0× real time · 1:05 left", { item: item("transcoding"), convertingSpeed: 2, secondsLeft: 65 }],
  ["Ready", { status: "done", item: item("ready") }],
  ["Done; the item was deleted since", { status: "done", item: null }],
  ["Failed", { status: "failed", error: { code: "url.refused", message: "No." } }],
  ["Stopped", { status: "failed", error: { code: "job.cancelled", message: "You stopped it." } }],
  ["Checking 31 %", { kind: "csv", csv: { dryRun: true, summary: null } }],
  [
    "Imported · 3 new · 2 changed · 1 left out",
    { kind: "csv", status: "done", csv: { dryRun: false, summary: SUMMARY } },
  ],
])("%s", (line, fields) => {
  expect(jobLine({ ...JOB, ...fields })).toBe(line);
});

test("the host of an address, and none of a file's name", () => {
  expect(hostOf(JOB.source)).toBe("example.com:8080");
  expect(hostOf("films.csv")).toBeNull();
});
