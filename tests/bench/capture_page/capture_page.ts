/**
 * A page with a text field, everything that capture does, and nothing else: signals, answers, outbox on disk,
 * batches serialised and acknowledged by a socket that answers from within the page. Bundled for the browser by
 * `metrics/capture_share.ts`, which profiles it.
 */
import { AnswerCapture } from "../../../islands/capture/answer_capture.ts";
import { ExamTexts } from "../../../islands/capture/exam_texts.ts";
import { startCapture } from "../../../islands/capture/start_capture.ts";
import { AttemptClock } from "../../../islands/link/attempt_clock.ts";
import { AttemptLink } from "../../../islands/link/attempt_link.ts";
import { eventsHash } from "../../../islands/link/events_hash.ts";
import { HeldBatches } from "../../../islands/link/held_batches.ts";
import { IndexedDbOutboxStore, openStudentDatabase } from "../../../islands/link/indexed_db_outbox_store.ts";
import type { LinkWorld } from "../../../islands/link/link_world.ts";
import { Outbox } from "../../../islands/link/outbox.ts";
import { readServerMessage } from "../../../islands/link/server_message.ts";
import { PROTOCOL_VERSION } from "../../../protocol/limits.ts";

const ACK_AFTER_MS = 20;

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

const world: LinkWorld = {
  now: () => performance.now(),
  wallNow: () => Date.now(),
  random: () => Math.random(),
  after,
  hash: eventsHash,
  connect(handlers) {
    setTimeout(() => handlers.opened(), 1);
    return {
      close: () => {},
      send(sent) {
        const message = JSON.parse(JSON.stringify(sent));
        const now = Date.now();
        const answer = message.type === "hello"
          ? {
            type: "welcome",
            protocol: PROTOCOL_VERSION,
            attempt_id: "a",
            last_seq: 0,
            last_hash: null,
            deadline: now + 3_600_000,
            state: "active",
            server_time: now,
          }
          : message.type === "batch"
          ? { type: "ack", seq: message.seq }
          : { type: "pong", server_time: now };
        if (message.type === "batch") counts.events += message.events.length;
        setTimeout(() => handlers.received(readServerMessage(JSON.stringify(answer))), ACK_AFTER_MS);
      },
    };
  },
};

/** Read by the harness: that something was captured at all. */
const counts = { events: 0 };

async function begin(): Promise<void> {
  const field = document.querySelector("textarea");
  if (field === null) throw new Error("The page has no text field");
  const clock = new AttemptClock(world.now, 0);
  const store = new IndexedDbOutboxStore(await openStudentDatabase());
  const held = new HeldBatches(store, "a", new Outbox(), after, () => {});
  const link = new AttemptLink(world, "token", held, {
    settle: () => running.settle(),
    message: () => {},
    status: () => {},
    changed: () => {},
    overtaken: () => Promise.resolve(null),
    shifted: () => {},
  }, 0);
  const texts = new ExamTexts([], () => [], [], () => {});
  const running = startCapture(
    { record: (event) => link.record(event), t: (at) => clock.t(at), now: () => clock.now() },
    { remember: (text) => texts.copied(text), isFirst: true },
  );
  const answers = new AnswerCapture(running.context, texts, running.isScripted);
  let before = "";
  field.addEventListener("input", (event) => {
    if (!(event instanceof InputEvent)) return;
    const caret = field.selectionStart ?? undefined;
    answers.edit({ question: "q1", before, after: field.value, caret, inputType: event.inputType, data: event.data });
    before = field.value;
  });
  answers.view("q1");
  link.start();
  field.focus();
  Object.assign(globalThis, { captured: () => counts.events });
}

void begin();
