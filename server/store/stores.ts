import { AssignmentStore } from "./assignment_store.ts";
import { AuditStore } from "./audit_store.ts";
import { FeedStore } from "./feed_store.ts";
import { InboxStore } from "./inbox_store.ts";
import { InstanceStore } from "./instance_store.ts";
import { InvitationStore } from "./invitation_store.ts";
import { Lease } from "./lease.ts";
import { type Commit, commit } from "./mutation.ts";
import { SecretStore } from "./secret_store.ts";
import { SessionStore } from "./session_store.ts";
import { StaffStore } from "./staff_store.ts";
import { StoreHealth } from "./store_health.ts";

/** All that is kept, one store for each noun, over one database. */
export interface Stores {
  staff: StaffStore;
  sessions: SessionStore;
  invitations: InvitationStore;
  assignments: AssignmentStore;
  audit: AuditStore;
  secrets: SecretStore;
  instances: InstanceStore;
  feeds: FeedStore;
  inboxes: InboxStore;
  /** Carries out what several stores change together, all or none. @returns Null where a check failed. */
  commit: Commit;
  /** A job's lease: see {@link Lease}. */
  lease(name: string, holder: string, now: () => number, termMs?: number): Lease;
  /** Whether the database answers: see {@link StoreHealth}. */
  health(instance: string, now: () => number): StoreHealth;
}

/** The stores of an open database. Reads and writes nothing yet. */
export function createStores(kv: Deno.Kv): Stores {
  return {
    staff: new StaffStore(kv),
    sessions: new SessionStore(kv),
    invitations: new InvitationStore(kv),
    assignments: new AssignmentStore(kv),
    audit: new AuditStore(kv),
    secrets: new SecretStore(kv),
    instances: new InstanceStore(kv),
    feeds: new FeedStore(kv),
    inboxes: new InboxStore(kv),
    commit: (mutations) => commit(kv, mutations),
    lease: (name, holder, now, termMs) => new Lease(kv, name, holder, now, termMs),
    health: (instance, now) => new StoreHealth(kv, instance, now),
  };
}
