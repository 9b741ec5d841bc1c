import { log } from "@/server/log";
import { type Claimed, claimDeliveries, giveBackDelivery } from "@/server/webhooks/claim-deliveries";
import { dispatchEvents } from "@/server/webhooks/dispatch-events";
import { recordAttempt } from "@/server/webhooks/record-attempt";
import { sendDelivery } from "@/server/webhooks/send-delivery";

/** Requests of one worker at the same time: they wait far more than they work. */
const AT_ONCE = 32;

/**
 * Sends webhooks. The rows are the truth: what is due is taken on lease, so a worker that dies loses nothing and another
 * sends it again under the same id.
 */
export class WebhookPost {
  private readonly sending = new Set<Promise<void>>();
  private taking: Promise<void> | null = null;
  private more = false;

  constructor(private readonly stopping: AbortSignal) {}

  /** One look at what has happened and what is due; the worker's tick. */
  async round(): Promise<void> {
    while ((await dispatchEvents(new Date())) > 0) this.stopping.throwIfAborted();
    await this.take();
  }

  /** Waits until nothing is under way, with what follows from it. */
  async idle(): Promise<void> {
    while (this.sending.size > 0 || this.taking) await Promise.all([...this.sending, this.taking]);
  }

  /** Never twice at a time; whoever asks meanwhile is answered by another look. */
  private async take(): Promise<void> {
    this.more = true;
    this.taking ??= this.takeAll().finally(() => {
      this.taking = null;
    });
    await this.taking;
  }

  private async takeAll(): Promise<void> {
    while (this.more && !this.stopping.aborted) {
      this.more = false;
      const claimed = await claimDeliveries(AT_ONCE - this.sending.size, new Date());
      for (const one of claimed) this.start(one);
    }
  }

  private start(claimed: Claimed): void {
    const work = this.deliver(claimed)
      .catch((err) => log.error({ err, deliveryId: claimed.id }, "a webhook could not be recorded; it is sent again"))
      .finally(() => {
        this.sending.delete(work);
      });
    this.sending.add(work);
  }

  private async deliver(claimed: Claimed): Promise<void> {
    try {
      const outcome = await sendDelivery(claimed, this.stopping);
      const recorded = await recordAttempt(claimed, outcome, new Date());
      if (!recorded) log.info({ deliveryId: claimed.id }, "a webhook was deleted or taken over while it was sent");
    } catch (thrown) {
      if (!this.stopping.aborted) throw thrown;
      await giveBackDelivery(claimed);
      return;
    }
    // Its place is free, and the next of its resource may go.
    await this.take().catch((err) => log.warn({ err }, "webhooks that are due wait for the next round"));
  }
}
