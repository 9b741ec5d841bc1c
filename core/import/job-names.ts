/** What brings content in: one item from elsewhere, or a catalogue file. */
export const JOB_KINDS = ["import", "csv"] as const;
export const JOB_STATES = ["queued", "running", "done", "failed"] as const;
