import { LEASE_MS } from "../store/lease.ts";
import { RETENTION_EVERY_MS, RETENTION_FIRST_MS, type RetentionJob } from "./retention_job.ts";

/**
 * How soon it is tried again where another instance held the job's lease, ms: if that one was killed in the middle, its term
 * is over by then.
 */
const RETENTION_RETRY_MS = LEASE_MS + 1_000;

/** Does work later. @returns What calls it off. */
export type After = (ms: number, work: () => void) => () => void;

/**
 * Runs the job soon after the start and then every hour, and soon again where another instance was at it: instances that
 * live for minutes only, killed or stopped, keep the promise as well as one that lives for months.
 *
 * @returns What ends it.
 */
export function scheduleRetention(
  job: Pick<RetentionJob, "run" | "stop">,
  after: After,
  onFault: (error: unknown) => void,
): () => Promise<void> {
  let callOff = after(RETENTION_FIRST_MS, look);
  let isStopped = false;
  const next = (ms: number) => {
    if (!isStopped) callOff = after(ms, look);
  };
  function look(): void {
    job.run().then(
      (removed) => next(removed === null ? RETENTION_RETRY_MS : RETENTION_EVERY_MS),
      (error) => {
        onFault(error);
        next(RETENTION_FIRST_MS);
      },
    );
  }
  return async () => {
    isStopped = true;
    callOff();
    await job.stop();
  };
}
