import { AppError, notFound } from "@/core/errors";
import { log } from "../log";

const FULL = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);
const ABSENT = new Set(["ENOENT", "ENOTDIR", "EISDIR"]);
const UNREACHABLE = new Set(["EACCES", "EPERM", "EROFS", "EIO", "EMFILE", "ENFILE", "ESTALE", "ENODEV", "EBUSY"]);

/** What an error of the file system means to a caller of the storage. Errors of other origin pass unchanged. */
export function diskError(thrown: unknown): unknown {
  const code = errorCode(thrown);
  if (code === undefined) return thrown;
  if (FULL.has(code)) {
    return new AppError("storage.full", "The storage has no room left. Free some space and try again.");
  }
  if (ABSENT.has(code)) return notFound("The object");
  if (UNREACHABLE.has(code)) {
    log.error({ err: thrown }, "the storage folder cannot be used");
    return new AppError("server.unavailable", "The storage cannot be reached. Try again in a moment.");
  }
  return thrown;
}

/** Runs work on the file system and words its errors for callers of the storage. */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw diskError(thrown);
  }
}

export function isAbsent(thrown: unknown): boolean {
  return ABSENT.has(errorCode(thrown) ?? "");
}

export function errorCode(thrown: unknown): string | undefined {
  const code = (thrown as NodeJS.ErrnoException | null)?.code;
  return typeof code === "string" ? code : undefined;
}
