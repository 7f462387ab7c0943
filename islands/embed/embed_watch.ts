import type { Answers } from "../../protocol/items/answer.ts";
import { browserWorld } from "../link/browser_world.ts";
import { IndexedDbOutboxStore, openStudentDatabase } from "../link/indexed_db_outbox_store.ts";
import { MemoryOutboxStore } from "../link/memory_outbox_store.ts";
import type { OutboxStore } from "../link/outbox_store.ts";
import { dictionary, fieldOf } from "../link/reader.ts";
import { answer } from "../link/server_message.ts";
import { StatusBar } from "../watch/status_bar.ts";
import { callServer } from "../watch/watch_call.ts";
import { type WatchedPage, watchPage } from "../watch/watch_page.ts";
import { readSpokenRisk, readStand } from "../watch/watch_readers.ts";
import { WatchedAttempt, type WatchStand } from "../watch/watched_attempt.ts";
import type { Agreed, Watching } from "./embed_types.ts";
import { FieldAnswers } from "./field_answers.ts";
import { rememberToken } from "./kept_token.ts";

/** How long handing in and stopping wait for what is under way, ms. */
const DRAIN_WITHIN_MS = 10_000;

/** Watches the page for an attempt. @param answered What the server says of it: `GET /api/attempt`. */
export async function watch({ options, exam, words, token, key }: Agreed, answered: unknown): Promise<Watching> {
  const { server, root = document.body, answers = {} } = options;
  const { language } = words;
  const call = (path: string, body?: unknown) => callServer(server, path, { token, body, language });
  const world = browserWorld(server, (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  });
  const saved: Answers = dictionary(answer)(fieldOf(answered, "answers") ?? {});
  const fields = new FieldAnswers(answers, saved);
  let page: WatchedPage | null = null;
  let hasStarted = false;
  let bar: StatusBar | null = null;
  let told: Pick<WatchStand, "state" | "risk"> | null = null;
  const follow = (stand: WatchStand) => {
    if (attempt.isRunning && page === null) {
      page = watchPage(
        { record: (event) => attempt.record(event), t: (at) => attempt.clock.t(at), now: world.now },
        { root, by: "embed", isFirst: !hasStarted, isOurs: (field) => fields.has(field) },
      );
      hasStarted = true;
      fields.read(page.answers);
    } else if (!attempt.isRunning) {
      page?.stop();
      page = null;
    }
    bar?.update(stand);
    const before = told;
    told = stand;
    if (stand.state !== before?.state) options.onState?.(stand.state);
    if (stand.risk !== null && stand.risk !== before?.risk) options.onRisk?.(stand.risk);
  };
  const attempt = await WatchedAttempt.open({
    world,
    store: await openStore(),
    token,
    ask: async () => readStand(await call("/api/attempt")),
    settle: () => page?.settle(),
    changed: follow,
  }, readStand(answered));
  if (options.hasBar !== false) {
    bar = new StatusBar(words, exam.show_risk, {
      explain: () => call("/risk_score").then(readSpokenRisk, () => null),
      call: () => attempt.call(),
      read: (id) => attempt.read(id),
      shown: () => attempt.shown(),
    });
  }
  const listening = new AbortController();
  const { signal } = listening;
  addEventListener("pagehide", () => attempt.flush(), { signal });
  addEventListener("online", () => attempt.retry(), { signal });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) attempt.flush();
    else bar?.update(attempt.stand);
  }, { signal });
  follow(attempt.stand);
  const unfollow = fields.follow(() => page?.answers ?? null);
  attempt.start();
  const end = () => {
    unfollow();
    page?.stop();
    page = null;
    listening.abort();
    attempt.stop();
    bar?.remove();
  };
  return {
    attemptId: readStand(answered).attempt_id,
    get state() {
      return attempt.stand.state;
    },
    async submit() {
      fields.read(page?.answers ?? null);
      if (!await attempt.drained(DRAIN_WITHIN_MS)) {
        throw new Error("Cannot hand in yet: the server does not have everything");
      }
      await call("/submit_exam", {});
      rememberToken(key, null);
      end();
    },
    async stop() {
      await attempt.drained(DRAIN_WITHIN_MS);
      end();
    },
  };
}

/** The storage of the page's own origin, or memory where the browser denies it. */
async function openStore(): Promise<OutboxStore> {
  try {
    return new IndexedDbOutboxStore(await openStudentDatabase());
  } catch {
    return new MemoryOutboxStore();
  }
}
