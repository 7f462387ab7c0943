import { ActionStore } from "./action_store.ts";
import { AlertStore } from "./alert_store.ts";
import { AssignmentStore } from "./assignment_store.ts";
import { AttemptFileStore } from "./attempt_file_store.ts";
import { AttemptStore } from "./attempt_store.ts";
import { AuditStore } from "./audit_store.ts";
import { BankStore } from "./bank_store.ts";
import { ClockStore } from "./clock_store.ts";
import { CohortStore } from "./cohort_store.ts";
import { type AtomicLimits, Committer } from "./committer.ts";
import { ContextStore } from "./context_store.ts";
import { DamageWatch } from "./damage_watch.ts";
import { DeadlineStore } from "./deadline_store.ts";
import { EvidenceLinkStore } from "./evidence_link_store.ts";
import { ExamAttemptStore } from "./exam_attempt_store.ts";
import { ExamRevisionStore } from "./exam_revision_store.ts";
import { ExamStore } from "./exam_store.ts";
import { FeedStore } from "./feed_store.ts";
import { FlagStore } from "./flag_store.ts";
import { InboxStore } from "./inbox_store.ts";
import { fencedLogs, InstanceLog, retireLog } from "./instance_log.ts";
import { InstanceStore } from "./instance_store.ts";
import { InvitationStore } from "./invitation_store.ts";
import { Lease } from "./lease.ts";
import { LinkStore } from "./link_store.ts";
import { LogStore } from "./log_store.ts";
import { LogTails } from "./log_tails.ts";
import { MediaStore } from "./media_store.ts";
import { type Commit, commit } from "./mutation.ts";
import { namedFailures } from "./named_failures.ts";
import { PublicationStore } from "./publication_store.ts";
import { NamesakeStore } from "./namesake_store.ts";
import { PrivateReasonStore } from "./private_reason_store.ts";
import { ReleaseStore } from "./release_store.ts";
import { RetentionStore } from "./retention_store.ts";
import { RosterStore } from "./roster_store.ts";
import { SealStore } from "./seal_store.ts";
import { SecretStore } from "./secret_store.ts";
import { SessionStore } from "./session_store.ts";
import { SittingStore } from "./sitting_store.ts";
import { SnapshotStore } from "./snapshot_store.ts";
import { StaffWordStore } from "./staff_word_store.ts";
import { StaffStore } from "./staff_store.ts";
import { StartRequestStore } from "./start_request_store.ts";
import { StoreHealth } from "./store_health.ts";
import { StudentTokenStore } from "./student_token_store.ts";
import { TombstoneStore } from "./tombstone_store.ts";
import { TrialStore } from "./trial_store.ts";
import { Unsettled } from "./unsettled.ts";
import { type StaffGrounds, watchStaff } from "./watch_staff.ts";
import { WholeStore } from "./whole_store.ts";

/** All that is kept, one store for each noun, over one database. docs/store.md says what stands under which key. */
export interface Stores {
  exams: ExamStore;
  examRevisions: ExamRevisionStore;
  roster: RosterStore;
  publications: PublicationStore;
  attempts: AttemptStore;
  attemptFiles: AttemptFileStore;
  examAttempts: ExamAttemptStore;
  trials: TrialStore;
  sittings: SittingStore;
  namesakes: NamesakeStore;
  studentTokens: StudentTokenStore;
  startRequests: StartRequestStore;
  deadlines: DeadlineStore;
  log: LogStore;
  /** Where this instance writes batches: see {@link InstanceLog}. Its id is the instance's. */
  ownLog: InstanceLog;
  /** What this instance's log says beyond the attempts' own keys. */
  unsettled: Unsettled;
  snapshots: SnapshotStore;
  contexts: ContextStore;
  cohorts: CohortStore;
  flags: FlagStore;
  alerts: AlertStore;
  actions: ActionStore;
  privateReasons: PrivateReasonStore;
  tombstones: TombstoneStore;
  seals: SealStore;
  links: LinkStore;
  evidenceLinks: EvidenceLinkStore;
  media: MediaStore;
  staff: StaffStore;
  sessions: SessionStore;
  invitations: InvitationStore;
  assignments: AssignmentStore;
  audit: AuditStore;
  bank: BankStore;
  secrets: SecretStore;
  instances: InstanceStore;
  clocks: ClockStore;
  releases: ReleaseStore;
  retention: RetentionStore;
  feeds: FeedStore;
  inboxes: InboxStore;
  staffWords: StaffWordStore;
  /** Everything of every family, for backups. */
  whole: WholeStore;
  /** Whether something in the database could not be read: see {@link DamageWatch}. */
  damage: DamageWatch;
  /** Carries out what several stores change together, all or none. @returns Null where a check failed. */
  commit: Commit;
  /** Carries out changes of many attempts in few atomics: see {@link Committer}. */
  committer(limits: AtomicLimits): Committer;
  /** Instances whose logs have a fence: they are there, or ended without a word. */
  fencedLogs(): Promise<string[]>;
  /** Forgets an instance's log, once it is gone: see {@link retireLog}. */
  retireLog(instance: string): Promise<void>;
  /** A job's lease: see {@link Lease}. */
  lease(name: string, holder: string, now: () => number, termMs?: number): Lease;
  /** Tells when it may no longer hold that somebody may watch an exam: see {@link watchStaff}. */
  watchStaff(grounds: StaffGrounds, pollMs: number, onChange: () => Promise<void>): () => void;
  /** Whether the database answers: see {@link StoreHealth}. */
  health(now: () => number): StoreHealth;
}

/** A name that no other instance has: 88 random bits, in few characters, since it is in every batch's key. */
function newInstance(): string {
  return crypto.randomUUID().replaceAll("-", "").slice(-22);
}

/**
 * The stores of an open database. Reads and writes nothing yet.
 *
 * @param instance Whose log is written.
 */
export function createStores(opened: Deno.Kv, instance: string = newInstance()): Stores {
  const damage = new DamageWatch();
  const unsettled = new Unsettled();
  const kv = namedFailures(opened, (error) => damage.look(error));
  return {
    exams: new ExamStore(kv),
    examRevisions: new ExamRevisionStore(kv),
    roster: new RosterStore(kv),
    publications: new PublicationStore(kv),
    attempts: new AttemptStore(kv, unsettled),
    attemptFiles: new AttemptFileStore(kv),
    examAttempts: new ExamAttemptStore(kv),
    trials: new TrialStore(kv),
    sittings: new SittingStore(kv),
    namesakes: new NamesakeStore(kv),
    studentTokens: new StudentTokenStore(kv),
    startRequests: new StartRequestStore(kv),
    deadlines: new DeadlineStore(kv),
    log: new LogStore(kv, unsettled, new LogTails(kv)),
    ownLog: new InstanceLog(kv, instance),
    unsettled,
    snapshots: new SnapshotStore(kv),
    contexts: new ContextStore(kv),
    cohorts: new CohortStore(kv),
    flags: new FlagStore(kv),
    alerts: new AlertStore(kv),
    actions: new ActionStore(kv),
    privateReasons: new PrivateReasonStore(kv),
    tombstones: new TombstoneStore(kv),
    seals: new SealStore(kv),
    links: new LinkStore(kv),
    evidenceLinks: new EvidenceLinkStore(kv),
    media: new MediaStore(kv),
    staff: new StaffStore(kv),
    sessions: new SessionStore(kv),
    invitations: new InvitationStore(kv),
    assignments: new AssignmentStore(kv),
    audit: new AuditStore(kv),
    bank: new BankStore(kv),
    secrets: new SecretStore(kv),
    instances: new InstanceStore(kv),
    clocks: new ClockStore(kv),
    releases: new ReleaseStore(kv),
    retention: new RetentionStore(kv),
    feeds: new FeedStore(kv),
    inboxes: new InboxStore(kv),
    staffWords: new StaffWordStore(kv),
    whole: new WholeStore(kv),
    damage,
    commit: (mutations) => commit(kv, mutations),
    committer: (limits) => new Committer(kv, limits),
    fencedLogs: () => fencedLogs(kv),
    retireLog: (instance) => retireLog(kv, instance),
    lease: (name, holder, now, termMs) => new Lease(kv, name, holder, now, termMs),
    watchStaff: (grounds, pollMs, onChange) => watchStaff(kv, grounds, pollMs, onChange),
    health: (now) => new StoreHealth(kv, now),
  };
}
