import { AppError } from "@/core/errors";
import { Prisma } from "@/generated/prisma/client";

/**
 * Answers the unique index on the names of an owner's groups.
 * @throws content_group.name_taken
 */
export async function answerNameTaken<T>(name: string | undefined, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (thrown) {
    const isTaken = thrown instanceof Prisma.PrismaClientKnownRequestError && thrown.code === "P2002";
    if (!isTaken) throw thrown;
    throw new AppError(
      "content_group.name_taken",
      `You already have a group named “${name}”. Case makes no difference.`,
    );
  }
}
