import { Fragment } from "preact";
import { useWords } from "../../components/speech.tsx";
import type { AnnotatedText, Arrival, Run } from "./annotated_text.ts";

/** Each way has a form of its own beside its colour. */
const LOOKS: Record<Arrival | "gone", string> = {
  typed: "",
  helped: "rounded-sm bg-accent-soft",
  moved: "underline decoration-dotted decoration-2 underline-offset-4",
  arrived: "rounded-sm bg-medium-soft text-medium underline decoration-2 underline-offset-4",
  given: "rounded-sm bg-sunken underline decoration-double underline-offset-4",
  gone: "text-ink-soft line-through",
};

const KINDS = ["typed", "helped", "moved", "arrived", "given", "gone"] as const;

interface ReplayTextProps {
  text: AnnotatedText;
  /** Where somebody wrote last, in code units; null for elsewhere. */
  caret: number | null;
  isDeletedShown: boolean;
}

/** An answer at a moment, with how each of its letters came. */
export function ReplayText({ text, caret, isDeletedShown }: ReplayTextProps) {
  let passed = 0;
  const runs = text.runs.filter(({ gone }) => gone === null || isDeletedShown);
  const pieces = runs.map((run) => {
    const from = passed;
    if (run.gone === null) passed += run.text.length;
    const isIn = caret !== null && run.gone === null && caret > from && caret <= passed;
    return { run, split: isIn && caret !== null ? caret - from : null };
  });
  const isAtStart = caret === 0 || (caret !== null && passed === 0);
  return (
    <p dir="auto" data-replay-text class="min-h-40 whitespace-pre-wrap text-base wrap-anywhere">
      {isAtStart && <CaretMark />}
      {pieces.map(({ run, split }, index) => (
        <Fragment key={index}>
          <Piece run={run} text={split === null ? run.text : run.text.slice(0, split)} />
          {split !== null && (
            <>
              <CaretMark />
              <Piece run={run} text={run.text.slice(split)} />
            </>
          )}
        </Fragment>
      ))}
    </p>
  );
}

function Piece({ run, text }: { run: Run; text: string }) {
  const { legend } = useWords("replay");
  if (text === "") return null;
  if (run.gone !== null) return <del class={LOOKS.gone} title={legend.gone}>{text}</del>;
  return <span class={LOOKS[run.how]} title={run.how === "typed" ? undefined : legend[run.how]}>{text}</span>;
}

function CaretMark() {
  return <span aria-hidden="true" class="-mx-px inline-block h-[1.1em] w-0.5 bg-accent align-text-bottom" />;
}

/** What the forms mean. */
export function ReplayLegend() {
  const { legend } = useWords("replay");
  return (
    <ul aria-label={legend.title} class="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-soft">
      {KINDS.map((kind) => (
        <li key={kind}>
          <span class={LOOKS[kind]}>{legend[kind]}</span>
        </li>
      ))}
    </ul>
  );
}
