import { useEffect, useMemo, useState } from "preact/hooks";
import type { AssistiveTechnology, ScoringPolicy } from "../../../protocol/exam.ts";
import type { ScoringContext } from "../../../protocol/log_entry.ts";
import type { RedactedEntry } from "../../../protocol/redacted_log.ts";
import { AlertBox } from "../../components/alert_box.tsx";
import { Button } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { LevelBadge } from "../../components/level_badge.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { RiskChart } from "../../proctor/drawer/risk_chart.tsx";
import { useContributionText } from "../../proctor/contribution_text.ts";
import { AS_RECORDED, type Assumption, isTried, type Preset, presetOf, PRESETS } from "./assumption.ts";
import { Comparison } from "./comparison.tsx";
import { type Replay, replay, thinned } from "./replay.ts";

export interface WhatIfPanelProps {
  entries: readonly RedactedEntry[];
  contexts: ReadonlyMap<string, ScoringContext>;
}

const POINTS = 500;

/** The same record, scored by the same fold under another policy: what would the score be? Nothing is changed by it. */
export function WhatIfPanel({ entries, contexts }: WhatIfPanelProps) {
  const given = useMemo<ScoringPolicy>(() => {
    const last = entries.at(-1);
    return (last && contexts.get(last.context)?.policy) ?? { muted: [], weights: {} };
  }, [entries, contexts]);
  const [assumption, setAssumption] = useState<Assumption>(AS_RECORDED);
  const [before, setBefore] = useState<Replay | null>(null);
  const [after, setAfter] = useState<Replay | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { speaker } = useSpeech();
  const words = useWords("whatIf");
  const isChanged = isTried(assumption);

  const onFailed = () => setProblem(words.failed);
  useEffect(() => run(entries, contexts, AS_RECORDED, setBefore, onFailed), [entries, contexts]);
  useEffect(() => {
    if (!isChanged) return setAfter(null);
    return run(entries, contexts, assumption, setAfter, onFailed);
  }, [entries, contexts, assumption]);

  const lines = useMemo(() =>
    before === null ? [] : [
      { label: words.lineAsScored, colour: "ink-soft" as const, points: thinned(before.points, POINTS) },
      ...(after === null
        ? []
        : [{ label: words.lineWhatIf, colour: "accent" as const, points: thinned(after.points, POINTS) }]),
    ], [before, after]);

  if (problem !== null) return <AlertBox tone="problem" role="alert" title={problem} />;
  if (before?.report == null) return <p role="status" class="text-sm text-ink-soft">{words.scoring}</p>;
  return (
    <div class="flex flex-col gap-5">
      <p class="text-dense text-ink-soft">
        {speaker.say(words.lead, { n: entries.length })}
      </p>
      {before.isOtherVersion && (
        <AlertBox tone="warning" title={words.otherVersion}>
          {words.otherVersionLead}
        </AlertBox>
      )}
      <PresetField assumption={assumption} onChoose={setAssumption} />
      <div class="grid grid-cols-2 gap-3">
        <Score label={words.asScored} replay={before} />
        <Score label={words.whatIf} replay={after ?? before} isSame={after === null} />
      </div>
      {lines.length > 0 && before.points.length > 1 && (
        <RiskChart
          lines={lines}
          summary={after?.report == null
            ? speaker.say(words.summary, { before: Math.round(before.report.peak) })
            : speaker.say(words.summaryBoth, {
              before: Math.round(before.report.peak),
              after: Math.round(after.report.peak),
            })}
        />
      )}
      <fieldset class="flex flex-col">
        <div class="flex items-center justify-between">
          <legend class="text-dense font-semibold">{words.weights}</legend>
          <Button size="small" look="quiet" disabled={!isChanged} onClick={() => setAssumption(AS_RECORDED)}>
            {words.reset}
          </Button>
        </div>
        {Object.keys({ ...before.report.signals, ...before.report.categories }).map((name) => (
          <Weight
            key={name}
            name={name}
            given={given.muted.includes(name) ? 0 : given.weights[name] ?? 1}
            value={assumption.weights[name]}
            onChange={(weight) =>
              setAssumption((known) => ({ ...known, weights: withWeight(known.weights, name, weight) }))}
          />
        ))}
      </fieldset>
      {after?.report != null && <Comparison before={before.report} after={after.report} />}
    </div>
  );
}

/** Starts a replay; returns what gives it up. */
function run(
  entries: readonly RedactedEntry[],
  contexts: ReadonlyMap<string, ScoringContext>,
  assumption: Assumption,
  onDone: (replay: Replay) => void,
  onFailed: () => void,
): () => void {
  let isWanted = true;
  replay(entries, contexts, assumption, () => isWanted).then(
    (done) => {
      if (done !== null && isWanted) onDone(done);
    },
    (error) => {
      reportError(error);
      onFailed();
    },
  );
  return () => {
    isWanted = false;
  };
}

/** What is tried, by one choice in words; weights that were moved by hand are a choice of one's own. */
function PresetField({ assumption, onChoose }: { assumption: Assumption; onChoose: (assumption: Assumption) => void }) {
  const words = useWords("whatIf");
  const technologies = useWords("technologies");
  const { speaker } = useSpeech();
  const chosen = presetOf(assumption);
  const textOf = (preset: Preset) =>
    isTechnology(preset)
      ? speaker.say(words.presets.with, { technology: technologies[preset] })
      : words.presets[preset];
  return (
    <Field id="what-if-preset" label={words.try}>
      {(attributes) => (
        <select
          {...attributes}
          value={chosen ?? ""}
          onChange={({ currentTarget: { value } }) => {
            const preset = NAMES.find((name) => name === value);
            if (preset !== undefined) onChoose(PRESETS[preset]);
          }}
        >
          {chosen === null && <option value="">{words.presets.own}</option>}
          {NAMES.map((preset) => <option key={preset} value={preset}>{textOf(preset)}</option>)}
        </select>
      )}
    </Field>
  );
}

const NAMES = Object.keys(PRESETS) as Preset[];

function isTechnology(preset: Preset): preset is AssistiveTechnology & Preset {
  return PRESETS[preset].technology !== null;
}

function withWeight(
  known: Assumption["weights"],
  name: string,
  weight: number | null,
): Assumption["weights"] {
  const { [name]: _, ...others } = known;
  return weight === null ? others : { ...others, [name]: weight };
}

function Score({ label, replay, isSame = false }: { label: string; replay: Replay; isSame?: boolean }) {
  const { speaker } = useSpeech();
  const words = useWords("whatIf");
  if (replay.report === null) return null;
  return (
    <div class="rounded-field border border-line px-3 py-2">
      <p class="text-xs text-ink-soft">{label}</p>
      <p
        class={`flex items-center justify-between gap-2 ${isSame ? "text-ink-soft" : ""}`}
        role={isSame ? undefined : "status"}
      >
        <span class="text-2xl font-semibold tabular-nums">{speaker.tenths(replay.report.risk)}</span>
        {isSame ? <span class="text-xs">{words.move}</span> : <LevelBadge level={replay.report.level} />}
      </p>
    </div>
  );
}

interface WeightProps {
  name: string;
  given: number;
  value: number | undefined;
  onChange: (weight: number | null) => void;
}

function Weight({ name, given, value, onChange }: WeightProps) {
  const { speaker } = useSpeech();
  const words = useWords("whatIf");
  const textOf = useContributionText();
  const weight = value ?? given;
  return (
    <label class="grid grid-cols-[9rem_1fr_5.5rem] items-center gap-3 border-t border-line py-1.5 text-dense first-of-type:border-t-0">
      <span>{textOf(name).name}</span>
      <input
        type="range"
        min={0}
        max={3}
        step={0.25}
        value={weight}
        aria-valuetext={weight === 0 ? words.muted : speaker.say(words.timesSaid, { weight })}
        onInput={(event) => {
          const next = event.currentTarget.valueAsNumber;
          onChange(next === given ? null : next);
        }}
        class="w-full"
      />
      <span class={`text-end tabular-nums ${value === undefined ? "text-ink-soft" : "font-semibold"}`}>
        {weight === 0 ? words.muted : speaker.say(words.times, { weight })}
      </span>
    </label>
  );
}
