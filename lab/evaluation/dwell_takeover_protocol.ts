import { createState, defaultContext, fold } from "../../scoring/fold.ts";
import type { SignalModels } from "../../scoring/models/shipped_models.ts";
import { KeyKind, keyKind } from "../../scoring/rhythm/key_context.ts";
import { argumentationKeys, type ArgumentationSession } from "../data_sets/argumentation.ts";
import { typedText } from "../data_sets/typed_text.ts";
import { auc, type Labelled } from "../statistics/auc.ts";
import { bootstrapInterval } from "../statistics/intervals.ts";
import { equalErrorRate, tprAtFpr } from "../statistics/rates.ts";
import type { KeyEvent } from "../../protocol/scorable_event.ts";
import type { HeldOut } from "./held_out.ts";
import { figure, type Metric, type Source } from "./metric.ts";
import { logOdds } from "./takeover_protocol.ts";

/** The own beginning: about ten sentences. */
const ENROLLED_KEYS = 480;
/** Then windows of about five sentences, so many at most. */
const WINDOW_KEYS = 250;
const WINDOWS = 4;
/** The pause before another person goes on, in ms. */
const CHANGE_MS = 2_000;
const BATCH_EVENTS = 50;

interface Scored extends Labelled {
  writer: string;
}

interface Writer {
  name: string;
  fold: number;
  keys: KeyEvent[];
}

/**
 * T3: is it noticed that another writer goes on, where key-ups are seen? A writer's first 480 keys are the beginning;
 * then windows of 250 keys follow, at most four, of the same writer (negative) or of another one (positive). All pairs
 * of writers whom the model did not see are tried. The signal is read at each window's end; a session's score is the
 * mean of its windows' log odds.
 *
 * Beside it the same with the key-ups left out, which says what intervals alone reach.
 *
 * @param sessions One writer each.
 * @param seed Of the bootstrap over writers.
 */
export function evaluateDwellTakeover(
  sessions: readonly ArgumentationSession[],
  models: HeldOut<SignalModels>,
  source: Source,
  seed: number,
): Metric[] {
  const writers = sessions.map((session): Writer => ({
    name: session.s,
    fold: models.fold(session.s),
    keys: argumentationKeys(session).filter((key) => key.repeat !== true && keyKind(key.key) !== KeyKind.Ignored),
  })).filter((writer) => writer.keys.length >= ENROLLED_KEYS + WINDOW_KEYS);
  const held = scores(writers, models);
  const intervals = scores(
    writers.map((writer) => ({
      ...writer,
      keys: writer.keys.map((key) => ({ ...key, dwell: null, flight: null })),
    })),
    models,
  );
  const measured = (metric: string, all: Scored[], measure: (scores: readonly Scored[]) => number) => {
    const groups = [...Map.groupBy(all, (one) => one.writer).values()];
    return figure(source, metric, measure(all), bootstrapInterval(groups, measure, seed), all.length);
  };
  return [
    measured("session_eer", held.sessions, equalErrorRate),
    measured("session_auc", held.sessions, auc),
    measured("session_tpr_at_1_fpr", held.sessions, (all) => tprAtFpr(all, 0.01)),
    measured("first_window_eer", held.first, equalErrorRate),
    measured("window_eer", held.windows, equalErrorRate),
    measured("session_eer_without_dwell", intervals.sessions, equalErrorRate),
    measured("first_window_eer_without_dwell", intervals.first, equalErrorRate),
  ];
}

function scores(writers: readonly Writer[], models: HeldOut<SignalModels>) {
  const sessions: Scored[] = [];
  const windows: Scored[] = [];
  const first: Scored[] = [];
  for (const writer of writers) {
    for (const other of writers) {
      if (other.fold !== writer.fold) continue;
      const read = follow(writer, other, models.model(writer.fold));
      if (read.length === 0) continue;
      const of = (score: number): Scored => ({ score, isPositive: other !== writer, writer: writer.name });
      sessions.push(of(read.reduce((sum, score) => sum + score, 0) / read.length));
      windows.push(...read.map(of));
      first.push(of(read[0]));
    }
  }
  return { sessions, windows, first };
}

/** Folds a writer's beginning and what another, or the same, goes on with; log odds of `takeover` at windows' ends. */
function follow(writer: Writer, other: Writer, models: SignalModels): number[] {
  const beginning = writer.keys.slice(0, ENROLLED_KEYS);
  const rest = other.keys.slice(ENROLLED_KEYS, ENROLLED_KEYS + WINDOWS * WINDOW_KEYS);
  const shift = writer === other ? 0 : beginning[ENROLLED_KEYS - 1].t + CHANGE_MS - rest[0].t;
  const events = typedText([...beginning, ...rest.map((key) => ({ ...key, t: key.t + shift }))]);
  const state = createState(models);
  const context = defaultContext();
  const read: number[] = [];
  let batch: typeof events = [];
  let keys = 0;
  events.forEach((event, index) => {
    batch.push(event);
    if (event.type === "keystroke_data") keys++;
    const isLastOfKey = index + 1 === events.length || events[index + 1].type === "keystroke_data";
    const isWindowEnd = isLastOfKey && keys > ENROLLED_KEYS && (keys - ENROLLED_KEYS) % WINDOW_KEYS === 0;
    if (!isWindowEnd && batch.length < BATCH_EVENTS) return;
    const { signals } = fold(state, { kind: "batch", events: batch, late: false }, context);
    batch = [];
    if (isWindowEnd && signals.takeover !== null) read.push(logOdds(signals.takeover));
  });
  return read;
}
