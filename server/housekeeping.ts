import { COHORT_EVERY_MS, CohortJob } from "./attempts/cohort_job.ts";
import { endBreaks, submitDue, submitOrphans } from "./attempts/housekeeping.ts";
import { LogRetirement } from "./attempts/retire_logs.ts";
import { tidyPictures } from "./exams/media/tidy_pictures.ts";
import { settlePublications } from "./exams/settle_publications.ts";
import { scheduleRetention } from "./retention/schedule_retention.ts";
import type { Services } from "./services.ts";
import type { Lease } from "./store/lease.ts";

/** How often presence and deadlines are looked at, ms: a student who is gone shows within 5 s. */
const TICK_MS = 500;

/** How often attempts that nobody serves are looked for, ms. */
const ORPHANS_MS = 2_000;

/** Term of the lease to look for them, ms: the looker may be the instance that is gone. */
const ORPHANS_LEASE_MS = 5_000;

/** How often the store is looked at, ms. */
const STORE_MS = 1_000;

/** How often exams are looked for whose publishing was killed, ms. */
const PUBLICATIONS_MS = 600_000;

/** How often logs are looked for whose instance is gone, ms. */
const LOGS_MS = 600_000;

/** How often pictures are looked for that nobody needs, ms. */
const PICTURES_MS = 6 * 3_600_000;

/** Starts the work that no message sets off. @returns A function that stops it, and gives its leases back. */
export function startHousekeeping(services: Services): () => Promise<void> {
  const { attempts, stores, rooms, retention, now } = services;
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
  const leases: Lease[] = [];
  const lease = (name: string, termMs?: number): Lease => {
    const made = stores.lease(name, attempts.instance, () => performance.now(), termMs);
    leases.push(made);
    return made;
  };
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
  const settling = { stores, accounts: services.auth.accounts, now };
  const publications = setInterval(() => {
    settlePublications(settling).catch((error) => fault("Settling what was left of publishing", error));
  }, PUBLICATIONS_MS);
  const retirement = new LogRetirement(stores);
  const logs = setInterval(() => {
    retirement.look().catch((error) => fault("Retiring logs of instances that are gone", error));
  }, LOGS_MS);
  const pictures = setInterval(() => {
    tidyPictures(stores, now()).catch((error) => fault("Removing pictures that nobody needs", error));
  }, PICTURES_MS);
  const stopRetention = scheduleRetention(
    retention,
    (ms, work) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    (error) => fault("Removing what has had its time", error),
  );
  return async () => {
    clearInterval(tick);
    clearInterval(health);
    clearInterval(orphans);
    clearInterval(cohorts);
    clearInterval(publications);
    clearInterval(logs);
    clearInterval(pictures);
    await stopRetention();
    await Promise.all(leases.map((held) => held.release()));
  };
}
