import { CaptionError, parseCaptions, webVtt } from "@/core/content/captions";
import { AppError } from "@/core/errors";

/**
 * What a creator sent, WebVTT or SubRip, as the WebVTT that is stored.
 * @throws request.invalid, naming `field`, when the text holds no captions or a broken one
 */
export function storedCaptions(text: string, field: string): Uint8Array {
  try {
    return new TextEncoder().encode(webVtt(parseCaptions(text)));
  } catch (thrown) {
    if (!(thrown instanceof CaptionError)) throw thrown;
    throw new AppError("request.invalid", thrown.message, {
      issues: [{ path: [field], code: "custom", message: thrown.message }],
    });
  }
}
