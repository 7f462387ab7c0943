import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { createState, fold } from "../../scoring/fold.ts";
import { intervalsOf } from "../../scoring/features/extract.ts";
import { FEATURE_INDEX } from "../../scoring/features/catalogue.ts";
import { PREDICT_FIELDS, type PredictSample } from "../../scoring/models/predict_fields.ts";
import type { LabelledSitting } from "./labelled_sittings.ts";

/** The ten fields of a span of a sitting, and what the live score was at its highest there. */
export interface PredictExample extends Pick<LabelledSitting, "kind" | "isRecorded" | "outputs"> {
  /** Whether the span is all of the sitting. */
  isWhole: boolean;
  sample: PredictSample;
  /** Highest risk of the span, 0–100. */
  liveRisk: number;
}

const SPAN_SECONDS = 300;
/** As often as a browser sends, in ms. */
const BATCH_MS = 10_000;

/** Examples of a sitting: every five minutes of it, and all of it. */
export function predictExamples(sitting: LabelledSitting): PredictExample[] {
  const { events } = sitting;
  if (events.length === 0) return [];
  const risks = liveRisks(sitting);
  const wholeSeconds = Math.ceil((events[events.length - 1].t + 1) / 1_000);
  return [
    ...examplesOf(sitting, risks, SPAN_SECONDS, false),
    ...examplesOf(sitting, risks, wholeSeconds, true).slice(0, 1),
  ];
}

function examplesOf(
  { kind, isRecorded, outputs, events }: LabelledSitting,
  risks: readonly { t: number; risk: number }[],
  seconds: number,
  isWhole: boolean,
): PredictExample[] {
  const examples: PredictExample[] = [];
  const windows = { intervalSeconds: seconds, windowSizeSeconds: seconds };
  for (const { startMs, endMs, tracker } of intervalsOf(events, windows)) {
    const features = tracker.read();
    let liveRisk = 0;
    for (const { t, risk } of risks) if (t >= startMs && t < endMs && risk > liveRisk) liveRisk = risk;
    const sample = Object.fromEntries(PREDICT_FIELDS.map((name) => {
      const value = features[FEATURE_INDEX[name]];
      return [name, Number.isNaN(value) ? 0 : value];
    })) as PredictSample;
    examples.push({ kind, isRecorded, outputs, isWhole, sample, liveRisk });
  }
  return examples;
}

/** The live score over a sitting, a value for every batch. */
function liveRisks({ events, context }: LabelledSitting): { t: number; risk: number }[] {
  const state = createState();
  const risks: { t: number; risk: number }[] = [];
  let batch: ScorableEvent[] = [];
  for (let index = 0; index < events.length; index++) {
    batch.push(events[index]);
    const next = events[index + 1];
    if (next !== undefined && Math.floor(next.t / BATCH_MS) <= Math.floor(events[index].t / BATCH_MS)) continue;
    const { risk } = fold(state, { kind: "batch", events: batch, late: false }, context);
    risks.push({ t: batch[batch.length - 1].t, risk });
    batch = [];
  }
  return risks;
}
