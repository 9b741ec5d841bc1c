import { AppError, notFound } from "@/core/errors";
import { log } from "../log";

interface S3Failure {
  name?: string;
  Code?: string;
  $metadata?: { httpStatusCode?: number };
}

const ABSENT = new Set(["NotFound", "NoSuchKey"]);
const FULL = new Set(["QuotaExceeded", "InsufficientStorage", "XMinioStorageFull", "EntityTooLarge"]);

/** What a failure of the S3 service or of the way to it means to a caller of the storage. */
export function s3Error(thrown: unknown): unknown {
  if (thrown instanceof AppError) return thrown;
  const { name = "", Code = "", $metadata } = (thrown ?? {}) as S3Failure;
  const status = $metadata?.httpStatusCode;
  if (isAbsent(thrown)) return notFound("The object");
  if (status === 416) return new AppError("request.invalid", "The object has no bytes in this range.");
  if (FULL.has(name) || FULL.has(Code) || status === 507) {
    return new AppError("storage.full", "The storage has no room left. Free some space and try again.");
  }
  log.error({ err: thrown, status }, "the S3 service did not do what it was asked to");
  return new AppError("server.unavailable", "The storage cannot be reached. Try again in a moment.");
}

/** True for an object that does not exist; a bucket that does not is a wrong setting, not an absent object. */
export function isAbsent(thrown: unknown): boolean {
  const { name = "", Code = "" } = (thrown ?? {}) as S3Failure;
  return ABSENT.has(name) || ABSENT.has(Code);
}

/** Runs work on S3 and words its failures for callers of the storage. */
export async function onS3<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw s3Error(thrown);
  }
}
