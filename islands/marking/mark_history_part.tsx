import type { z } from "zod";
import { useState } from "preact/hooks";
import { type MarkedAnswer, MarkHistory } from "../../protocol/marking.ts";
import type { Rubric } from "../../protocol/items/rubric.ts";
import { momentText } from "../../words/times.ts";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";

interface MarkHistoryPartProps {
  examId: string;
  answer: MarkedAnswer;
  /** Of the question; empty for none. */
  rubric: Rubric;
}

/** Who marked the answer before, and what changes of its key made of it; asked for when it is opened. */
export function MarkHistoryPart({ examId, answer, rubric }: MarkHistoryPartProps) {
  const [past, setPast] = useState<z.infer<typeof MarkHistory> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const words = useWords("marking");
  const { loading } = useWords("calls");
  const { speaker } = useSpeech();
  const failureText = useFailureText();
  async function load() {
    const { attempt_id, question } = answer;
    const path = `/api/exams/${examId}/attempts/${attempt_id}/marks/${encodeURIComponent(question)}`;
    const outcome = await callStaff({ method: "GET", path, answer: MarkHistory });
    if (outcome.ok) setPast(outcome.value);
    else if (!leaveIfSignedOut(outcome.error)) setProblem(failureText(outcome.error));
  }
  return (
    <details class="text-dense" onToggle={(event) => event.currentTarget.open && past === null && load()}>
      <summary class="min-h-6 font-medium">{words.history}</summary>
      {problem !== null && <p class="text-high">{problem}</p>}
      {past === null && problem === null && <p class="text-ink-soft">{loading}</p>}
      {past?.marks.length === 0 && <p class="text-ink-soft">{words.noHistory}</p>}
      <ol class="mt-1 flex flex-col gap-2">
        {past?.keys.map(({ revision, by, at, points, max }, index) => {
          const values = { points: points === null ? "–" : speaker.number(points), max: speaker.number(max) };
          return (
            <li key={`key ${revision}`} class="text-ink-soft">
              {index === 0
                ? speaker.say(words.pastKey, values)
                : speaker.say(words.pastKeyChanged, { ...values, by: by ?? "", at: momentText(speaker, at) })}
            </li>
          );
        })}
        {past?.marks.map(({ at, by, points, comment, as, rubric: met = [] }, index) => (
          <li key={index}>
            {speaker.say(as === "second" ? words.pastSecond : as === "agreed" ? words.pastAgreed : words.past, {
              points: speaker.number(points),
              by,
              at: momentText(speaker, at),
            })}
            {met.length > 0 && (
              <p class="text-ink-soft wrap-anywhere">
                {speaker.say(words.pastMet, {
                  criteria: rubric.filter(({ id }) => met.includes(id)).map(({ text }) => text).join("; "),
                })}
              </p>
            )}
            {comment !== undefined && (
              <p class="whitespace-pre-wrap text-ink-soft wrap-anywhere" dir="auto">{comment}</p>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
