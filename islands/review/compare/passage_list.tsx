import { useState } from "preact/hooks";
import type { AlikePassage, AlikePassages, AlikePlace } from "../../../protocol/alike.ts";
import { AttemptAnswers } from "../../../protocol/marks.ts";
import { Button } from "../../components/button.tsx";
import { Said } from "../../components/said.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useFailureText } from "../../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../../staff/staff_api.ts";
import { type NameOf, StudentLink } from "./student_link.tsx";

/** Passages shown at first, and more with each press. */
const AT_ONCE = 20;

/** Text around a passage that is shown with it, characters. */
const AROUND = 160;

interface PassageListProps {
  texts: AlikePassages;
  nameOf: NameOf;
  examId: string;
}

/** Passages that two texts have in common, the longest first; each opens with both texts side by side. */
export function PassageList({ texts, nameOf, examId }: PassageListProps) {
  const [shown, setShown] = useState(AT_ONCE);
  const words = useWords("alike");
  const { speaker } = useSpeech();
  return (
    <div class="flex flex-col gap-3">
      <ul class="flex flex-col rounded-lg border border-line bg-raised">
        {texts.passages.slice(0, shown).map((passage, index) => (
          <li key={index} class="border-t border-line first:border-t-0">
            <Passage {...{ passage, nameOf, examId }} />
          </li>
        ))}
      </ul>
      {texts.passages.length > shown && (
        <div>
          <Button size="small" onClick={() => setShown(shown + AT_ONCE)}>
            {speaker.say(words.more, { n: texts.passages.length - shown })}
          </Button>
        </div>
      )}
      {texts.widespread.length > 0 && (
        <ul class="flex flex-col gap-1 text-dense text-ink-soft">
          {texts.widespread.map(({ place, persons }, index) => (
            <li key={index}>
              {speaker.say(words.passages.widespread, { persons })}{" "}
              <StudentLink attemptId={place.attempt_id} {...{ examId, nameOf }} />
            </li>
          ))}
        </ul>
      )}
      {texts.is_cut && <p class="text-dense text-ink-soft">{words.cut}</p>}
    </div>
  );
}

interface PassageProps {
  passage: AlikePassage;
  nameOf: NameOf;
  examId: string;
}

function Passage({ passage, nameOf, examId }: PassageProps) {
  const { one, other, length, pairs_as_long: count } = passage;
  const [both, setBoth] = useState<[string, string] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const words = useWords("alike");
  const { speaker } = useSpeech();
  const failureText = useFailureText();

  async function open(isOpen: boolean) {
    if (!isOpen || both !== null) return;
    const texts: string[] = [];
    for (const { attempt_id, question } of [one, other]) {
      const path = `/api/exams/${examId}/attempts/${attempt_id}/answers`;
      const outcome = await callStaff({ method: "GET", path, answer: AttemptAnswers });
      if (!outcome.ok) return leaveIfSignedOut(outcome.error) || setProblem(failureText(outcome.error));
      texts.push(textOf(outcome.value.answers[question]));
    }
    setBoth([texts[0], texts[1]]);
  }

  return (
    <details onToggle={(event) => void open(event.currentTarget.open)}>
      <summary class="flex min-h-10 cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-2 text-dense hover:bg-surface">
        <span class="font-medium" translate={false}>
          <Said
            sentence={words.two}
            places={{ one: <bdi>{nameOf(one.attempt_id)}</bdi>, other: <bdi>{nameOf(other.attempt_id)}</bdi> }}
          />
        </span>
        <span class="tabular-nums text-ink-soft">
          {speaker.say(words.passageOf, { length, count })}
        </span>
      </summary>
      <div class="grid gap-4 px-4 pb-4 pt-2 sm:grid-cols-2">
        {problem !== null && <p role="alert" class="text-dense font-medium text-high">{problem}</p>}
        {both === null && problem === null && <p role="status" class="text-dense text-ink-soft">{words.reading}</p>}
        {both !== null &&
          [one, other].map((place, index) => <Excerpt key={index} {...{ place, nameOf, examId }} text={both[index]} />)}
      </div>
    </details>
  );
}

/** A passage in its text, with some of what stands around it. */
function Excerpt({ place, text, nameOf, examId }: { place: AlikePlace; text: string; nameOf: NameOf; examId: string }) {
  const { from, to } = place;
  const begin = Math.max(0, from - AROUND);
  const end = Math.min(text.length, to + AROUND);
  return (
    <figure class="flex min-w-0 flex-col gap-1.5">
      <figcaption class="text-dense">
        <StudentLink attemptId={place.attempt_id} {...{ examId, nameOf }} />
      </figcaption>
      <blockquote
        dir="auto"
        class="whitespace-pre-wrap rounded-field border border-line bg-surface p-3 text-sm wrap-anywhere"
      >
        {begin > 0 && "…"}
        {text.slice(begin, from)}
        <mark class="rounded-sm bg-medium-soft text-ink">{text.slice(from, to)}</mark>
        {text.slice(to, end)}
        {end < text.length && "…"}
      </blockquote>
    </figure>
  );
}

function textOf(answer: unknown): string {
  return typeof answer === "string" ? answer : "";
}
