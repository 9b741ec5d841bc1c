import { AppError, notFound } from "@/core/errors";

/** What is answered to everyone who asks for a time that catch-up does not reach. */
export function outOfReach(catchUpHours: number): AppError {
  if (catchUpHours === 0) return new AppError("resource.not_found", "This channel cannot be watched later.");
  const hours = `${catchUpHours} ${catchUpHours === 1 ? "hour" : "hours"}`;
  return new AppError("resource.not_found", `What this channel aired can be watched for ${hours}.`);
}

export function nothingAired(): AppError {
  return notFound("What aired at that time");
}
