import { randomBytes } from "node:crypto";
import { Attempts } from "./attempts/attempts.ts";
import { StartRequests } from "./attempts/start_requests.ts";
import { createAuth } from "./auth/auth.ts";
import type { Settings } from "./config.ts";
import { openSigner } from "./evidence/signing.ts";
import { Exams } from "./exams/exams.ts";
import { Readings } from "./exams/transfer/apart/readings.ts";
import { Courier } from "./cluster/courier.ts";
import { Siblings } from "./cluster/siblings.ts";
import { Instances } from "./cluster/instances.ts";
import { RoomFeed } from "./cluster/room_feed.ts";
import { Logger } from "./logger.ts";
import { type Figures, Metrics, together } from "./metrics.ts";
import { RetentionJob } from "./retention/retention_job.ts";
import { AttemptCalls } from "./room/attempt_calls.ts";
import { Rooms } from "./room/rooms.ts";
import type { ClosableSocket, Services } from "./services.ts";
import { SocketLimits } from "./socket_limits.ts";
import { EMBEDDED_LIMITS, REMOTE_LIMITS } from "./store/committer.ts";
import type { Stores } from "./store/stores.ts";
import { StudentRates } from "./student_rates.ts";

/** What services are given besides settings and stores. */
interface Surroundings {
  /** Server time, ms since 1970; tests turn a clock of their own. */
  now?: () => number;
  /** The jump of the machine's clock that `now` does not follow. */
  clockJump?: Services["clockJump"];
  /** The other instances of the process. */
  siblings?: Siblings;
}

/** Makes the services on open stores. */
export async function createServices(
  settings: Settings,
  stores: Stores,
  isStopping: () => boolean,
  { now = () => Date.now(), clockJump = () => null, siblings = new Siblings() }: Surroundings = {},
): Promise<Services> {
  const instance = stores.ownLog.id;
  const metrics = new Metrics();
  const logger = new Logger(now);
  const committer = stores.committer(settings.isKvRemote ? REMOTE_LIMITS : EMBEDDED_LIMITS);
  const exams = new Exams(stores, now);
  const signer = await openSigner(stores.secrets);
  const secret = settings.secret ??
    await stores.secrets.ensure("session", () => randomBytes(48).toString("base64url"));
  const startRequests = new StartRequests(stores, secret, now);
  const attempts = new Attempts({ stores, exams, committer, signer, startRequests, now });
  const instances = new Instances(stores.instances, instance, () => performance.now(), now, siblings);
  const feed = new RoomFeed(stores.feeds, instances, siblings, now);
  const courier = new Courier(stores.inboxes, instance);
  const rooms = new Rooms({ attempts, instances, feed, siblings, schedule: (work, ms) => setTimeout(work, ms) });
  const calls = new AttemptCalls(attempts, rooms, instances, courier);
  const auth = createAuth({
    stores,
    now,
    secret,
    attemptByToken: (hash) => startRequests.openedBy(hash),
    hasExam: async (examId) => await exams.get(examId) !== null,
  });
  const store = stores.health(now);
  committer.onCommit = (durationMs) => {
    metrics.commit.add(durationMs);
    store.heard();
  };
  const sockets = new SocketLimits(settings.socketsPerAddress, () => performance.now());
  const fault: Services["fault"] = (what, error, fields) => {
    metrics.faults++;
    logger.error(what, error, fields);
  };
  const readings = new Readings();
  const proctorSockets = new Set<ClosableSocket>();
  rooms.onFault = fault;
  rooms.onPush = (waitedMs) => metrics.push.add(waitedMs);
  store.onChange = (isUp) => {
    logger.info(isUp ? "The store answers again" : "The store does not answer: nobody is served until it does");
    if (isUp) return;
    rooms.storeLost();
    for (const socket of proctorSockets) socket.comeBack();
  };
  stores.damage.onDamage = (error) => fault("The store is damaged: nobody new is sent here. Restore a backup", error);
  metrics.gauge("clock.ahead", "s", () => Math.round((clockJump()?.byMs ?? 0) / 1_000), "most");
  metrics.gauge("clock.spread", "s", () => Math.round(instances.clockSpreadMs / 1_000), "most");
  metrics.gauge("store.damaged", "", () => Number(stores.damage.isDamaged), "most");
  metrics.gauge("batches", "", () => attempts.batches);
  metrics.gauge("events", "", () => attempts.events);
  metrics.gauge("queue.depth", "", () => committer.depth);
  metrics.gauge("attempts.live", "", () => attempts.size);
  metrics.gauge("students.connected", "", () => rooms.links.size);
  metrics.gauge("rooms.open", "", () => rooms.size);
  metrics.gauge("files.read", "", () => readings.size);
  metrics.gauge("sockets.open", "", () => sockets.size);
  metrics.gauge("memory.resident", "MB", () => Deno.memoryUsage().rss / 1e6, "most");
  siblings.answer("metrics", () => metrics.figures);
  return {
    settings,
    stores,
    now,
    exams,
    readings,
    attempts,
    rooms,
    calls,
    auth,
    audit: auth.audit,
    retention: new RetentionJob(
      attempts,
      auth.audit,
      stores.lease("retention", instance, () => performance.now()),
    ),
    clockJump,
    metrics,
    sockets,
    studentRates: new StudentRates(settings, () => performance.now()),
    proctorSockets,
    isStopping,
    async joinCluster() {
      await instances.start();
      calls.start();
      return async () => {
        feed.stop();
        courier.stop();
        await instances.stop();
      };
    },
    store,
    fault,
    figures: async () => together([metrics.figures, ...await siblings.ask<Figures>("metrics")]),
  };
}
