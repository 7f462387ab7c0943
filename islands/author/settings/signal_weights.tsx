import type { ComponentChildren } from "preact";
import type { ScoringPolicy } from "../../../protocol/exam.ts";
import type { z } from "zod";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { INPUT_CLASS } from "../../components/field.tsx";
import type { Sentences } from "../../../words/words.ts";

type Scoring = z.infer<typeof ScoringPolicy>;

/** How much something counts: names of the ways that are offered, with their factors. */
const WAYS = { less: 0.5, normal: 1, more: 1.5, double: 2, triple: 3 } as const;

interface SignalWeightsProps {
  scoring: Scoring;
  onChange: (scoring: Scoring) => void;
}

/** What counts and how much, by names that people read. */
export function SignalWeights({ scoring, onChange }: SignalWeightsProps) {
  const words = useWords("editorSettings").watching;
  const signals = Object.entries(useWords("signals"));
  const features = Object.entries(useWords("featureTitles"));
  const categories = Object.entries(words.categories);
  const row = (name: string, title: string, meaning: string) => (
    <WeightRow key={name} name={name} title={title} meaning={meaning} scoring={scoring} onChange={onChange} />
  );
  return (
    <fieldset class="flex flex-col gap-1">
      <legend class="text-sm font-medium">{words.signals}</legend>
      <p class="mb-2 text-sm text-ink-soft">{words.signalsHint}</p>
      {signals.map(([name, { name: title, meaning }]) => row(name, title, meaning))}
      <Folded title={words.groups}>{categories.map(([name, title]) => row(name, title, ""))}</Folded>
      <Folded title={words.features}>
        {features.map(([name, { name: title, meaning }]) => row(name, title, meaning))}
      </Folded>
    </fieldset>
  );
}

function Folded({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details class="mt-2">
      <summary class="rounded-field py-1 text-sm font-medium text-ink-soft hover:text-ink">{title}</summary>
      <div class="flex flex-col gap-1 pt-1">{children}</div>
    </details>
  );
}

interface WeightRowProps extends SignalWeightsProps {
  name: string;
  title: string;
  meaning: string;
}

function WeightRow({ name, title, meaning, scoring, onChange }: WeightRowProps) {
  const words: Sentences["editorSettings"]["watching"]["weights"] = useWords("editorSettings").watching.weights;
  const { speaker } = useSpeech();
  const factor = scoring.muted.includes(name) ? 0 : scoring.weights[name] ?? 1;
  const isOffered = factor === 0 || Object.values<number>(WAYS).includes(factor);
  const id = `weight-${name}`;

  function set(value: number) {
    const { [name]: _, ...weights } = scoring.weights;
    const muted = scoring.muted.filter((other) => other !== name);
    if (value === 0) onChange({ ...scoring, muted: [...muted, name], weights });
    else onChange({ ...scoring, muted, weights: value === 1 ? weights : { ...weights, [name]: value } });
  }

  return (
    <div class="flex items-center gap-4 border-t border-line py-2 max-sm:flex-col max-sm:items-stretch max-sm:gap-1.5">
      <label for={id} class="min-w-0 flex-1 text-sm">
        {title}
        {meaning && <span class="block text-dense text-ink-soft">{meaning}</span>}
      </label>
      <select
        id={id}
        value={String(factor)}
        onChange={({ currentTarget }) => set(Number(currentTarget.value))}
        class={`${INPUT_CLASS} sm:!w-44 ${factor === 1 ? "text-ink-soft" : ""}`}
      >
        <option value="0">{words.muted}</option>
        {Object.entries(WAYS).map(([way, value]) => <option key={way} value={String(value)}>{nameOf(way)}</option>)}
        {!isOffered && <option value={String(factor)}>{speaker.say(words.other, { factor })}</option>}
      </select>
    </div>
  );

  function nameOf(way: string): string {
    return way === "less" || way === "more" || way === "double" || way === "triple" ? words[way] : words.normal;
  }
}
