import { Agent, type IncomingHttpHeaders, request } from "node:http";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const TIMEOUT_MS = 15_000;
/** As long as a process may take to come back, and more. */
const GIVE_UP_MS = 60_000;

/**
 * Stands for the load balancer in front of the web processes: requests go to them in turn; one whose connection fails
 * goes to the other at once. It counts every answer, so that none with a status of 500 or more escapes.
 */
export class Balancer {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 200 });
  private turn = 0;
  answers = 0;
  retries = 0;
  readonly serverErrors: string[] = [];

  constructor(private readonly ports: readonly number[]) {}

  /** @throws Error when no process answers for a minute */
  async ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    const giveUpAt = Date.now() + GIVE_UP_MS;
    for (;;) {
      const port = this.ports[this.turn++ % this.ports.length]!;
      try {
        const answer = await this.once(port, path, headers);
        this.answers++;
        if (answer.status >= 500)
          this.serverErrors.push(`${answer.status} ${path} ${answer.body.toString().slice(0, 200)}`);
        return answer;
      } catch (thrown) {
        this.retries++;
        if (Date.now() > giveUpAt) throw thrown;
        if (this.retries % this.ports.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private once(port: number, path: string, headers: Record<string, string>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port, path, headers, agent: this.agent }, (reply) => {
        const chunks: Buffer[] = [];
        reply.on("data", (chunk) => chunks.push(chunk));
        reply.on("error", reject);
        reply.on("end", () => {
          if (!reply.complete) return reject(new Error("the answer was cut off"));
          resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: Buffer.concat(chunks) });
        });
      });
      asked.setTimeout(TIMEOUT_MS, () => asked.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)));
      asked.on("error", reject);
      asked.end();
    });
  }
}
