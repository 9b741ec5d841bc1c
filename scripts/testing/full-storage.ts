import { vi } from "vitest";
import { AppError } from "@/core/errors";
import { storage } from "@/server/storage/create-storage";

/** Does something while the storage has no room; a driver says so as its own tests prove. */
export async function whileStorageIsFull<T>(act: () => Promise<T>): Promise<T> {
  const put = vi
    .spyOn(storage(), "put")
    .mockRejectedValue(new AppError("storage.full", "The storage has no room left."));
  try {
    return await act();
  } finally {
    put.mockRestore();
  }
}
