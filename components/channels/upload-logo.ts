import type { Channel } from "@/core/channels/contract";
import { MAX_LOGO_BYTES } from "@/core/channels/logo-limit";
import { api } from "../api/client";

export const LOGO_TYPES = "image/png,image/jpeg,image/webp,image/avif,image/gif";

/** Gives a channel its logo. @throws Error when the picture is too large, ApiError when it is refused */
export async function uploadLogo(channelId: string, file: File): Promise<Channel> {
  if (file.size > MAX_LOGO_BYTES) throw new Error("The picture is larger than 5 MB.");
  const form = new FormData();
  form.set("file", file);
  return api.post<Channel>(`/v1/creator/channels/${channelId}/logo`, form);
}
