import { createState, defaultContext, fold } from "../../scoring/fold.ts";
import { readModel, shippedModels, type SignalModels } from "../../scoring/models/shipped_models.ts";
import { carriersOf } from "../cases/carrier.ts";
import { CASES } from "../cases/case_list.ts";
import { argumentationKeys } from "../data_sets/argumentation.ts";
import { coauthorEvents, type CoauthorSession, startOfText } from "../data_sets/coauthor.ts";
import { type DataSets, readDataSets } from "../data_sets/read_data_sets.ts";
import { caseMetrics, runCases } from "../evaluation/cases_protocol.ts";
import { evaluateAutomation } from "../evaluation/automation_protocol.ts";
import { evaluateChangedTyping, type HonestTyping } from "../evaluation/changed_typing_protocol.ts";
import { evaluateDwellTakeover } from "../evaluation/dwell_takeover_protocol.ts";
import automationFolds from "../evaluation/folds/automation_folds.json" with { type: "json" };
import dwellFolds from "../evaluation/folds/takeover_dwell_folds.json" with { type: "json" };
import takeoverFolds from "../evaluation/folds/takeover_keys_folds.json" with { type: "json" };
import pointerFolds from "../evaluation/folds/takeover_pointer_folds.json" with { type: "json" };
import transcriptionFolds from "../evaluation/folds/transcription_folds.json" with { type: "json" };
import { FoldModels, HeldOut } from "../evaluation/held_out.ts";
import type { Metric, Source } from "../evaluation/metric.ts";
import { evaluatePaste } from "../evaluation/paste_protocol.ts";
import { evaluatePointerTakeover } from "../evaluation/pointer_takeover_protocol.ts";
import { evaluatePeople } from "../evaluation/people_protocol.ts";
import { modelsForPeople } from "../evaluation/models_for_people.ts";
import { evaluateSittings } from "../evaluation/sittings_protocol.ts";
import { evaluateTakeover } from "../evaluation/takeover_protocol.ts";
import { evaluateTranscription } from "../evaluation/transcription_protocol.ts";
import { evaluateTypingPrograms } from "../evaluation/typing_programs_protocol.ts";
import { readDataTask } from "./data_folder.ts";

/** Of every drawing in the evaluation: of other writers, and of the bootstraps. */
const SEED = 20_261;

const SOURCES = {
  T1: { task: "T1", data: "transcription-detection", split: "by essay, 5 folds", kind: "real" },
  T2: { task: "T2", data: "coauthor", split: "by writer, 5 folds", kind: "real" },
  T3: { task: "T3", data: "argumentation", split: "by writer, 5 folds", kind: "real" },
  T4: { task: "T4", data: "delbot-mouse", split: "whole kinds and whole groups held out", kind: "real" },
  T6: { task: "T6", data: "coauthor", split: "by writer, the half that nothing was chosen on", kind: "real" },
  T5: { task: "T5", data: "delbot-mouse", split: "proxy: a group is a person, whole groups held out", kind: "real" },
  T5_simulated: { task: "T5", data: "simulated hands", split: "proxy: no recording", kind: "simulated" },
  paste: { task: "paste", data: "coauthor", split: "by writer, 5 folds", kind: "real" },
  people: { task: "people", data: "all", split: "by writer and device", kind: "real" },
  cases: { task: "cases", data: "lab/cases", split: "by writer, the half not chosen on", kind: "simulated" },
  sittings: { task: "sittings", data: "lab, coauthor", split: "other seeds, half of the writers", kind: "simulated" },
} as const satisfies Record<string, Source>;

/**
 * Scores data sets with the shipped fold and models. Trains nothing: a group that a model was trained on is scored by
 * the model of the cross-validation that did not see it.
 *
 * @param sets What was read; what is empty is left out.
 * @param take Takes each figure as soon as it is known.
 * @returns What could not be evaluated, in words.
 */
export function evaluate(sets: DataSets, take: (metric: Metric) => void): string[] {
  const problems: string[] = [];
  const shipped = shippedModels();
  const { essays, sessions, trajectories, argumentation } = sets;
  if (essays.length > 0) {
    if (new Set(essays.map((row) => row.condition)).size < 2) {
      problems.push("T1 needs composed and copied essays; only one of the two was found.");
    } else {
      const models = new HeldOut(
        SOURCES.T1.data,
        FoldModels.parse(transcriptionFolds),
        shipped.transcription,
        readModel.transcription,
      );
      evaluateTranscription(essays, models, SOURCES.T1, SEED).forEach(takeFinite);
    }
  }
  if (sessions.length > 0) {
    const models = new HeldOut(
      SOURCES.T2.data,
      FoldModels.parse(takeoverFolds),
      shipped,
      (json, fold) => ({
        ...shipped,
        takeoverKeys: readModel.takeoverKeys(json),
        // A writer is in the same fold of both.
        transcription: readModel.transcription(transcriptionFolds.models[fold]),
      }),
    );
    evaluateTakeover(sessions, models, SOURCES.T2, SEED).forEach(takeFinite);
    evaluateChangedTyping(firstSessions(sessions, models), SOURCES.T2, SEED).forEach(takeFinite);
    evaluatePaste(sessions, models, SOURCES.paste).forEach(takeFinite);
    const typed = sessions.map((session) => ({
      data: SOURCES.T6.data,
      writer: session.w,
      keys: coauthorEvents(session, 0, session.k.length, startOfText()).events
        .filter((event) => event.type === "keystroke_data"),
    }));
    evaluateTypingPrograms(typed, SOURCES.T6, SEED).forEach(takeFinite);
    evaluateSittings(sessions, SOURCES.sittings).forEach(takeFinite);
  }
  if (argumentation.length > 0) {
    const models = new HeldOut(
      SOURCES.T3.data,
      FoldModels.parse(dwellFolds),
      shipped,
      (json) => ({ ...shipped, takeoverDwell: readModel.takeoverDwell(json) }),
    );
    evaluateDwellTakeover(argumentation, models, SOURCES.T3, SEED).forEach(takeFinite);
    const people = argumentation.map((session) => ({
      keys: argumentationKeys(session).filter((key) => key.repeat !== true),
      models: models.model(models.fold(session.s)),
    }));
    evaluateChangedTyping(people, SOURCES.T3, SEED).forEach(takeFinite);
  }
  if (trajectories.length > 0) {
    if (new Set(trajectories.map((one) => one.label)).size < 2) {
      problems.push("T4 needs people's and programs' trajectories; only one of the two was found.");
    } else {
      const models = new HeldOut(
        SOURCES.T4.data,
        FoldModels.parse(automationFolds),
        shipped,
        (json) => ({ ...shipped, automation: readModel.automation(json) }),
      );
      evaluateAutomation(trajectories, models, SOURCES.T4, SEED).forEach(takeFinite);
    }
    const models = new HeldOut(
      SOURCES.T5.data,
      FoldModels.parse(pointerFolds),
      shipped,
      (json) => ({ ...shipped, takeoverPointer: readModel.takeoverPointer(json) }),
    );
    const sources = { recorded: SOURCES.T5, simulated: SOURCES.T5_simulated };
    evaluatePointerTakeover(trajectories, models, sources, SEED).forEach(takeFinite);
  }
  if (sessions.length > 0 && argumentation.length > 0 && trajectories.length > 0) {
    const models = modelsForPeople(shipped);
    evaluatePeople(sets, models, SOURCES.people).forEach(takeFinite);
    const carriers = carriersOf(sets, models, "report");
    caseMetrics(runCases(CASES, carriers), SOURCES.cases).forEach(takeFinite);
  }
  return problems;

  function takeFinite(metric: Metric): void {
    if (Number.isFinite(metric.value)) take(metric);
    else problems.push(`${metric.task} ${metric.metric}: the data are too few to say.`);
  }
}

/** Keys of each writer's first session, as it would be typed without inserts. */
function firstSessions(sessions: readonly CoauthorSession[], models: HeldOut<SignalModels>): HonestTyping[] {
  return [...Map.groupBy(sessions, (session) => session.w).values()].map(([session]) => ({
    keys: coauthorEvents(session, 0, session.k.length, startOfText()).events.filter((event) =>
      event.type === "keystroke_data"
    ),
    models: models.model(models.fold(session.w)),
  }));
}

/** Nanoseconds an event that the whole fold takes on the given sessions, after a warm-up. */
function foldCost(sessions: readonly CoauthorSession[]): number {
  const attempts = sessions.slice(0, 60).map((session) => {
    const place = startOfText();
    return Array.from(
      { length: Math.ceil(session.k.length / 50) },
      (_, batch) => coauthorEvents(session, 50 * batch, 50 * batch + 50, place).events,
    ).filter((events) => events.length > 0);
  });
  const context = defaultContext();
  let cost = Infinity;
  for (let round = 0; round < 3; round++) {
    let events = 0;
    const began = performance.now();
    for (const batches of attempts) {
      const state = createState();
      for (const batch of batches) {
        fold(state, { kind: "batch", events: batch, late: false }, context);
        events += batch.length;
      }
    }
    cost = Math.min(cost, (performance.now() - began) / events * 1e6);
  }
  return cost;
}

/**
 * `deno task evaluate --data DIR [--json]`.
 *
 * @param print Takes lines for stdout.
 * @param complain Takes sentences for stderr.
 * @returns Exit code: 0, or 2 where something could not be read or evaluated.
 */
export async function runEvaluate(
  args: readonly string[],
  print: (line: string) => void,
  complain: (problem: string) => void,
): Promise<number> {
  const task = readDataTask(args);
  if (typeof task === "string") {
    complain(task);
    return 2;
  }
  const sets = await readDataSets(task.data);
  sets.problems.forEach(complain);
  if (sets.essays.length + sets.sessions.length + sets.trajectories.length + sets.argumentation.length === 0) {
    complain(`There is no data set in ${task.data}: nothing was evaluated.`);
    return 2;
  }
  if (!task.json) print(row(["task", "metric", "value", "95 % interval", "n", "data", "split"]));
  const problems = evaluate(sets, (metric) => print(task.json ? JSON.stringify(metric) : humanRow(metric)));
  problems.forEach(complain);
  if (!task.json && sets.sessions.length > 0) {
    print(`The whole fold with all signals takes ${Math.round(foldCost(sets.sessions))} ns an event.`);
  }
  return sets.problems.length + problems.length > 0 ? 2 : 0;
}

function humanRow({ task, metric, value, ci_low, ci_high, n, data, split }: Metric): string {
  return row([task, metric, value.toFixed(4), `${ci_low.toFixed(4)}–${ci_high.toFixed(4)}`, String(n), data, split]);
}

const WIDTHS = [6, 32, 8, 16, 6, 24];

function row(columns: readonly string[]): string {
  return columns.map((column, place) => column.padEnd(WIDTHS[place] ?? 0)).join(" ").trimEnd();
}

if (import.meta.main) {
  Deno.exitCode = await runEvaluate(Deno.args, (line) => console.log(line), (problem) => console.error(problem));
}
