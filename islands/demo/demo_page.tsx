import { useEffect, useMemo, useState } from "preact/hooks";
import type { PaperQuestion } from "../../protocol/items/registry.ts";
import { Button } from "../components/button.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { AnswerField } from "../student/items/registry.tsx";
import { Afterwards } from "./afterwards.tsx";
import { DemoSitting } from "./demo_sitting.ts";
import { ProctorSide } from "./proctor_side.tsx";
import { typeInto } from "./type_into.ts";

/** The demo's question has this id, as in the demo exam. */
const QUESTION = "q1";

/** A visitor sits a short exam on one side and sees on the other what its proctor would: everything in this page, nothing sent. */
export function DemoPage() {
  const words = useWords("demo");
  const { speaker } = useSpeech();
  const question = useMemo<PaperQuestion>(() => ({ id: QUESTION, type: "essay", text: words.question, points: 1 }), []);
  const sitting = useMemo(() => new DemoSitting([words.question, words.copyThis]), []);
  const stage = sitting.stage.value;
  const practice = sitting.practice.value;
  useEffect(() => () => sitting.stop(), [sitting]);

  return (
    <div class="flex flex-col gap-8">
      <div class="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-10">
        <section aria-labelledby="demo-exam" class="flex min-w-0 flex-col gap-4">
          <h2 id="demo-exam" class="text-xl font-semibold">{words.exam}</h2>
          {stage === "before" && (
            <>
              <p>{words.before}</p>
              <Button look="primary" class="self-start" onClick={() => sitting.start()}>{words.start}</Button>
            </>
          )}
          {stage !== "before" && (
            <>
              <p id="question-text" class="text-lg">{question.text}</p>
              <AnswerField
                key={stage}
                question={question}
                answer={practice.answers.value[QUESTION]}
                answers={practice.answers.value}
                language={speaker.language.tag}
                actions={practice.actions}
                isDisabled={stage === "over"}
              />
              <div class="flex flex-wrap gap-3">
                {stage === "sitting"
                  ? <Button look="primary" onClick={() => sitting.finish()}>{words.finish}</Button>
                  : <Button onClick={() => sitting.start()}>{words.again}</Button>}
              </div>
              {stage === "over" && (
                <p>
                  <a href="#demo-afterwards" class="font-medium text-accent underline underline-offset-4">
                    {words.below}
                  </a>
                </p>
              )}
            </>
          )}
          {stage === "sitting" && <Guide />}
        </section>
        <ProctorSide sitting={sitting} />
      </div>
      {stage === "over" && <Afterwards sitting={sitting} question={question} />}
    </div>
  );
}

/** What to try, each with what a proctor would see of it. */
function Guide() {
  const words = useWords("demo");
  const [isTyping, setTyping] = useState(false);

  async function typeSample() {
    setTyping(true);
    const field = document.querySelector<HTMLTextAreaElement>("[aria-labelledby~=demo-exam] textarea");
    if (field !== null) await typeInto(field, words.typed);
    setTyping(false);
  }

  return (
    <section
      aria-labelledby="demo-guide"
      class="flex flex-col gap-3 rounded-lg border border-line bg-raised p-4 sm:p-5"
    >
      <h3 id="demo-guide" class="font-semibold">{words.guide}</h3>
      <ol class="flex list-decimal flex-col gap-2 ps-5 text-sm">
        <li>{words.tries.write}</li>
        <li>{words.tries.paste}</li>
        <li>{words.tries.leave}</li>
        <li>
          {words.tries.retype}
          <span class="mt-1 block rounded-field bg-sunken px-3 py-2 italic" dir="auto">{words.copyThis}</span>
        </li>
        <li>
          {words.tries.program}
          <Button size="small" class="ms-2" busy={isTyping} onClick={typeSample}>{words.letType}</Button>
        </li>
      </ol>
    </section>
  );
}
