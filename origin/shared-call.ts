/** How long callers wait for a call without whose result they could go on. */
const PATIENCE_MS = 300;
/** After a call was slow or failed, nobody waits for the next ones during this time. */
const IMPATIENT_MS = 5_000;

/** One call at a time, shared by everyone who wants it meanwhile. */
export class SharedCall {
  private running: Promise<void> | null = null;
  private impatientUntilMs = 0;

  /** Joins the call that is running, or starts one, and waits for its end. */
  run(call: () => Promise<void>): Promise<void> {
    this.running ??= call().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /**
   * As `run`, for callers that can go on with what they have: a call that is slow or fails holds them up once, not
   * every time. Its failure goes to `onFailure`, once.
   */
  async runPatiently(call: () => Promise<void>, onFailure: (thrown: unknown) => void): Promise<void> {
    const done = this.run(() =>
      call().catch((thrown) => {
        this.losePatience();
        onFailure(thrown);
      }),
    );
    if (performance.now() < this.impatientUntilMs) return;
    let waiting: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      waiting = setTimeout(() => resolve(this.losePatience()), PATIENCE_MS);
    });
    await Promise.race([done, late]).finally(() => clearTimeout(waiting));
  }

  private losePatience(): void {
    this.impatientUntilMs = performance.now() + IMPATIENT_MS;
  }
}
