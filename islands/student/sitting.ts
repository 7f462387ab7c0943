import { textOf } from "../../protocol/items/answer_form.ts";
import type { AttemptAnswer } from "../../protocol/attempt.ts";
import { AttemptClock } from "../link/attempt_clock.ts";
import { AttemptLink, type LinkListener } from "../link/attempt_link.ts";
import type { LinkWorld } from "../link/link_world.ts";
import { ExamTexts } from "../capture/exam_texts.ts";
import { HeldBatches } from "../link/held_batches.ts";
import { Outbox } from "../link/outbox.ts";
import type { OutboxStore } from "../link/outbox_store.ts";
import { withEvents } from "./answer_book.ts";
import { AnswerKeeper } from "./answer_keeper.ts";
import { AttemptCopy } from "./attempt_copy.ts";
import { CaptureSwitch, type StartCapture } from "./capture_switch.ts";
import { type DeviceNotes, readDeviceNotes, writeDeviceNote } from "./device_notes.ts";
import { type ExamModel, takeRisk } from "./exam_model.ts";
import { furthestIndex } from "./forward_moves.ts";
import { paperTexts } from "./paper_texts.ts";
import { ShownDeeds } from "./shown_deeds.ts";

/** An attempt that is loaded, with everything that works on it. */
export interface Sitting {
  token: string;
  attempt: AttemptAnswer;
  clock: AttemptClock;
  link: AttemptLink;
  keeper: AnswerKeeper;
  capture: CaptureSwitch;
  notes: DeviceNotes;
  copy: AttemptCopy;
}

/** What the link tells the session; the rest is settled here. */
export type SittingListener = Omit<LinkListener, "shifted">;

interface SittingParts {
  model: ExamModel;
  world: LinkWorld;
  store: OutboxStore;
  startCapture: StartCapture;
  listener: SittingListener;
}

/** Puts an attempt together from what the server has and what the page before left on this device. */
export async function createSitting(parts: SittingParts, token: string, attempt: AttemptAnswer): Promise<Sitting> {
  const { model, world, store } = parts;
  const id = attempt.attempt_id;
  const [batches, notes] = await Promise.all([store.listBatches(id).catch(() => []), readDeviceNotes(store, id)]);
  const outbox = new Outbox(batches, attempt.last_seq);
  const lastT = outbox.held.reduce((last, { events }) => Math.max(last, events.at(-1)?.t ?? 0), attempt.last_t ?? 0);
  const clock = new AttemptClock(world.now, Math.max(attempt.server_time - attempt.started_at, lastT));
  const held = new HeldBatches(store, id, outbox, world.after, (isDurable) => model.isDurable.value = isDurable);
  const listener: LinkListener = {
    ...parts.listener,
    settle: () => {
      parts.listener.settle();
      capture.settle();
    },
    message: (message) => {
      parts.listener.message(message);
      shown.hear(message);
    },
    shifted: (ms) => clock.advance(ms),
  };
  const link = new AttemptLink(world, token, held, listener, lastT);
  const shown = new ShownDeeds((id) => link.seen(id));
  const texts = new ExamTexts(
    paperTexts(attempt.exam),
    () => Object.values(model.answers.value).map(textOf),
    notes.copies,
    (copies) => writeDeviceNote(store, id, "copies", [...copies]),
  );
  const capture = new CaptureSwitch(parts.startCapture, clock, link, texts);
  const copy = new AttemptCopy(store, world, attempt);
  copy.followClock(() => model.serverNow.peek());
  held.onAcknowledged = (batches) => copy.acknowledged(batches);
  const keeper = new AnswerKeeper(model, store, id, () => outbox.nextSeq);
  model.attempt.value = attempt;
  model.closing.value = attempt.closing ?? null;
  // What is held under a number that the server has is in its answers already, or else found out in a moment.
  model.answers.value = withEvents(
    attempt.exam.questions,
    attempt.answers,
    link.eventsFrom(attempt.last_seq + 1),
  );
  takeRisk(model, attempt);
  model.deadline.value = attempt.deadline;
  model.accommodations.value = attempt.accommodations ?? null;
  model.breakLeft.value = attempt.break_left ?? null;
  model.flagged.value = new Set(notes.flagged);
  model.hidden.value = new Set(notes.hidden);
  model.warned.value = notes.warned;
  model.told.value = new Set(notes.told);
  model.current.value = furthestIndex(attempt.exam.questions, [notes.current, attempt.furthest]);
  return { token, attempt, clock, link, keeper, capture, notes, copy };
}
