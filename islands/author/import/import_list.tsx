import { useState } from "preact/hooks";
import type { Question } from "../../../protocol/items/registry.ts";
import { Button } from "../../components/button.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { questionLine } from "../question_line.ts";
import { hasNoKey, keySummary } from "./key_summary.ts";

/** Questions that are shown at first, and more at each press: a file may have thousands. */
const SHOWN = 100;

interface ImportListProps {
  questions: readonly Question[];
  chosen: ReadonlySet<string>;
  /** Whether its texts will be Markdown: then they stand here without its signs. */
  isMarkdown: boolean;
  onChange: (chosen: ReadonlySet<string>) => void;
}

/** What was understood of a file: each question with its type, points and key, to be taken or left. */
export function ImportList({ questions, chosen, isMarkdown, onChange }: ImportListProps) {
  const [shown, setShown] = useState(SHOWN);
  const { speaker } = useSpeech();
  const words = useWords("importing");
  const isAll = chosen.size === questions.length;
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    onChange(next);
  };
  const nameOf = (type: string) =>
    Object.hasOwn(words.types, type) ? words.types[type as keyof typeof words.types] : type;
  return (
    <fieldset class="flex min-w-0 flex-col gap-2">
      <legend class="mb-2 text-sm font-semibold">{words.understood}</legend>
      <label class="flex items-center gap-2 text-sm">
        <input
          type="checkbox"
          checked={isAll}
          ref={(box) => {
            if (box !== null) box.indeterminate = !isAll && chosen.size > 0;
          }}
          onChange={() => onChange(new Set(isAll ? [] : questions.map(({ id }) => id)))}
          class="size-4 shrink-0"
        />
        {words.all}
      </label>
      <ol class="max-h-[45dvh] divide-y divide-line overflow-y-auto rounded-field border border-line">
        {questions.slice(0, shown).map((question, index) => (
          <li key={question.id}>
            <label class="flex cursor-pointer items-start gap-3 px-3 py-2.5 hover:bg-sunken">
              <input
                type="checkbox"
                checked={chosen.has(question.id)}
                onChange={(event) => choose(question.id, event.currentTarget.checked)}
                class="mt-0.5 size-4 shrink-0"
              />
              <span class="flex min-w-0 flex-1 flex-col gap-0.5 text-sm">
                <span class="flex gap-2">
                  <span class="shrink-0 tabular-nums text-ink-soft">{speaker.number(index + 1)}.</span>
                  <bdi class="line-clamp-3 min-w-0 break-words">{questionLine(question, isMarkdown)}</bdi>
                </span>
                <span class="text-dense text-ink-soft">
                  {nameOf(question.type)} · {speaker.count(question.points, "points")}
                </span>
                <span class="text-dense text-ink-soft">
                  <KeyLine question={question} isMarkdown={isMarkdown} />
                </span>
              </span>
            </label>
          </li>
        ))}
      </ol>
      {shown < questions.length && (
        <div>
          <Button size="small" onClick={() => setShown(shown + SHOWN)}>
            {speaker.say(words.more, { n: Math.min(SHOWN, questions.length - shown) })}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** What is right, or that somebody marks it. */
function KeyLine({ question, isMarkdown }: { question: Question; isMarkdown: boolean }) {
  const words = useWords("importing");
  const { speaker } = useSpeech();
  const key = keySummary(question, words, speaker, isMarkdown);
  if (key === "") return <>{hasNoKey(question) ? words.byPerson : words.noKey}</>;
  return (
    <>
      {words.key} <bdi class="break-words">{key}</bdi>
    </>
  );
}
