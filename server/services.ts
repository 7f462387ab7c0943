import type { Attempts } from "./attempts/attempts.ts";
import type { AuditLog } from "./audit/audit_log.ts";
import type { Auth } from "./auth/auth.ts";
import type { Settings } from "./config.ts";
import type { Exams } from "./exams/exams.ts";
import type { Readings } from "./exams/transfer/apart/readings.ts";
import type { Metric, Metrics } from "./metrics.ts";
import type { RetentionJob } from "./retention/retention_job.ts";
import type { AttemptCalls } from "./room/attempt_calls.ts";
import type { Rooms } from "./room/rooms.ts";
import type { ClockJump } from "./clock/server_clock.ts";
import type { SocketLimits } from "./socket_limits.ts";
import type { StoreHealth } from "./store/store_health.ts";
import type { Stores } from "./store/stores.ts";
import type { StudentRates } from "./student_rates.ts";

/** A socket that is told to come back later when the server stops. */
export interface ClosableSocket {
  comeBack(): void;
}

/** Everything that routes stand on. Made once by the server's start, passed down, never global. */
export interface Services {
  settings: Settings;
  stores: Stores;
  /** Server time, ms since 1970. */
  now: () => number;
  exams: Exams;
  /** Files with questions that are being read. */
  readings: Readings;
  attempts: Attempts;
  rooms: Rooms;
  calls: AttemptCalls;
  auth: Auth;
  audit: AuditLog;
  metrics: Metrics;
  sockets: SocketLimits;
  /** What each student may still send. */
  studentRates: StudentRates;
  /** Proctors' sockets that are open. */
  proctorSockets: Set<ClosableSocket>;
  /** Whether the server has been told to stop. */
  isStopping(): boolean;
  /** Keeps exams' promises of how long they keep what. */
  retention: RetentionJob;
  /** The jump of the machine's clock that the server does not follow, or null. */
  clockJump(): ClockJump | null;
  /** Whether the store answers. */
  store: StoreHealth;
  /** Joins the other instances of the store. @returns A function that leaves them. */
  joinCluster(): Promise<() => Promise<void>>;
  /** Figures of all instances of this process together. */
  figures(): Promise<Metric[]>;
  /** Takes note of a fault of ours, with ids of request and attempt, without anything personal. */
  fault(what: string, error: unknown, fields?: Record<string, string>): void;
}
