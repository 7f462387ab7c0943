import { COHORT_EVERY_MS, CohortJob } from "./attempts/cohort_job.ts";
import { endBreaks, submitDue, submitOrphans } from "./attempts/housekeeping.ts";
import { RETENTION_EVERY_MS, RETENTION_FIRST_MS, RetentionJob } from "./retention/retention_job.ts";
import type { Services } from "./services.ts";

/** How often presence and deadlines are looked at, ms: a student who is gone shows within 5 s. */
const TICK_MS = 500;

/** How often attempts that nobody serves are looked for, ms. */
const ORPHANS_MS = 2_000;

/** Term of the lease to look for them, ms: the looker may be the instance that is gone. */
const ORPHANS_LEASE_MS = 5_000;

/** How often the store is looked at, ms. */
const STORE_MS = 1_000;

/** Starts the work that no message sets off. @returns A function that stops it. */
export function startHousekeeping(services: Services): () => void {
  const { attempts, audit, stores, rooms } = services;
  // What the end of the process cuts off, the next look of some instance does.
  const fault: Services["fault"] = (what, error, fields) => {
    if (!services.isStopping()) services.fault(what, error, fields);
  };
  const tick = setInterval(() => {
    rooms.sweep();
    endBreaks(attempts, fault);
    submitDue(attempts, fault);
    attempts.evictIdle();
  }, TICK_MS);
  const health = setInterval(() => void services.store.look(), STORE_MS);
  const lease = (name: string, termMs?: number) =>
    stores.lease(name, attempts.instance, () => performance.now(), termMs);
  const looker = lease("orphans", ORPHANS_LEASE_MS);
  const submit = async (): Promise<void> => {
    if (await looker.take() !== null) await submitOrphans(attempts);
  };
  const orphans = setInterval(() => {
    submit().catch((error) => fault("Submitting attempts that nobody serves", error));
  }, ORPHANS_MS);
  const job = new CohortJob(attempts, lease);
  const cohorts = setInterval(() => {
    job.run().catch((error) => fault("Summing up the cohort", error));
  }, COHORT_EVERY_MS);
  const retention = new RetentionJob(attempts, audit, lease("retention"));
  const expire = () => void retention.run().catch((error) => fault("Removing what has had its time", error));
  const firstExpiry = setTimeout(expire, RETENTION_FIRST_MS);
  const expiry = setInterval(expire, RETENTION_EVERY_MS);
  return () => {
    clearInterval(tick);
    clearInterval(health);
    clearInterval(orphans);
    clearInterval(cohorts);
    clearTimeout(firstExpiry);
    clearInterval(expiry);
  };
}
