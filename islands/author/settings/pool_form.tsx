import { useState } from "preact/hooks";
import type { Question } from "../../../protocol/items/registry.ts";
import { Button } from "../../components/button.tsx";
import { CheckList } from "../../components/check_list.tsx";
import { Field, FieldError, INPUT_CLASS } from "../../components/field.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { questionLine } from "../question_line.ts";
import { NumberInput } from "../fields/number_input.tsx";
import { type Pool, withoutPool, withPoolNamed, withQuestionsIn } from "./pool_changes.ts";
import type { SettingsProps } from "./settings_props.ts";

interface PoolFormProps extends SettingsProps {
  pool: Pool;
  index: number;
}

/** One pool: what it is called, how many of its questions each student has, and which are in it. */
export function PoolForm({ exam, edit, problem, at, pool, index }: PoolFormProps) {
  const words = useWords("editorSettings").order;
  const { noText } = useWords("editor").questions;
  const { speaker } = useSpeech();
  const [isListed, setListed] = useState(!exam.questions.some((question) => question.pool === pool.id));
  const [name, setName] = useState<string | null>(null);
  const inPool = exam.questions.filter((question) => question.pool === pool.id);
  const points = new Set(inPool.map((question) => question.points));
  const isSmall = inPool.length < pool.take;
  const listId = at("pools", index, "questions");
  const labelOf = (question: Question, place: number) =>
    speaker.say(words.question, {
      number: speaker.number(place + 1),
      text: questionLine(question, exam.text_format === "markdown").slice(0, 80) || noText,
    });
  return (
    <fieldset class="flex flex-col gap-4 rounded-lg border border-line p-4">
      <legend class="sr-only">{speaker.say(words.poolNamed, { name: pool.id })}</legend>
      <div class="flex flex-wrap items-start gap-x-6 gap-y-4">
        <Field id={at("pools", index, "id")} label={words.name} error={problem("pools", index, "id")}>
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              autoComplete="off"
              spellcheck={false}
              value={name ?? pool.id}
              onInput={({ currentTarget: { value } }) => {
                setName(value);
                edit((before) => withPoolNamed(before, pool.id, value), `pools.${index}.id`);
              }}
              onBlur={() => setName(null)}
              class={`${INPUT_CLASS} max-w-44`}
            />
          )}
        </Field>
        <NumberInput
          id={at("pools", index, "take")}
          label={speaker.say(words.take, { n: inPool.length })}
          value={pool.take}
          empty={NaN}
          error={problem("pools", index, "take")}
          onValue={(take = NaN) =>
            edit(
              (before) => ({ ...before, pools: (before.pools ?? []).with(index, { ...pool, take }) }),
              `pools.${index}.take`,
            )}
        />
      </div>
      <FieldError id={`${listId}-error`} error={points.size > 1 ? words.pointsDiffer : undefined} />
      {isSmall && problem("pools", index, "take") === undefined && (
        <p class="text-sm text-medium">{speaker.say(words.small, { n: inPool.length, take: pool.take })}</p>
      )}
      <div class="flex flex-wrap items-center gap-2">
        <Button size="small" aria-expanded={isListed} aria-controls={listId} onClick={() => setListed(!isListed)}>
          {words.choose}
        </Button>
        <Button
          look="quiet"
          size="small"
          class="text-ink-soft"
          onClick={() => edit((before) => withoutPool(before, pool.id), "")}
        >
          {words.removePool}
        </Button>
      </div>
      <div id={listId} hidden={!isListed} class="max-h-80 overflow-y-auto">
        {isListed && (
          exam.questions.length === 0 ? <p class="text-sm text-ink-soft">{words.noQuestions}</p> : (
            <CheckList
              legend={words.inPool}
              options={exam.questions.map((question, place) => ({
                value: question.id,
                label: labelOf(question, place),
              }))}
              chosen={inPool.map(({ id }) => id)}
              onChange={(chosen) => edit((before) => withQuestionsIn(before, pool.id, chosen), "")}
            />
          )
        )}
      </div>
    </fieldset>
  );
}
