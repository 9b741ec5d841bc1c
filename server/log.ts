import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";
import { logLevel } from "./env";

/** What every log line of one request or job carries, and what its replies are built from. */
export interface CallContext {
  requestId?: string;
  /** Scheme and host under which the caller reached us, without a slash at the end. */
  origin?: string;
  jobId?: string;
}

export const callContext = new AsyncLocalStorage<CallContext>();

/** Structured log: one JSON object a line on standard output, with the id of the request or job. */
export const log = pino({
  level: logLevel(),
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: () => {
    const call = callContext.getStore();
    return call ? { requestId: call.requestId, jobId: call.jobId } : {};
  },
  redact: ["token", "password", "*.token", "*.password", "authorization", "cookie"],
});
