import { useState } from "preact/hooks";
import type { Question } from "../../../protocol/items/registry.ts";
import { listText } from "../../../words/lists.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { RichTextArea } from "../fields/text_area.tsx";
import { MoreForm } from "../items/registry.tsx";
import type { QuestionPartProps } from "../question_part_props.ts";
import { PoolSelect } from "./pool_select.tsx";
import { TagsInput } from "./tags_input.tsx";

/** What a simple question does not need, shown when it is asked for, or where something in it is wrong. */
export function MorePart({ random, pools, wrong, ...props }: QuestionPartProps) {
  const { question, language, change, problem, fieldId } = props;
  const words = useWords("editorMore");
  const { speaker } = useSpeech();
  const [isAsked, setAsked] = useState(false);
  const isOpen = isAsked || wrong.some(isInMore);
  const id = fieldId("more");
  const names: Readonly<Record<string, string>> = words.set;
  const set = setIn(question).filter((name) => name !== "tags" || pools !== null).map((name) => names[name]).filter((
    name,
  ) => name !== undefined);
  return (
    <div class="flex flex-col gap-5">
      <Button
        look="quiet"
        size="small"
        class="-ms-2 self-start text-ink-soft"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setAsked(!isOpen)}
      >
        <Icon name="chevron" class={`size-3.5 ${isOpen ? "rotate-90" : "rtl:rotate-180"}`} />
        {isOpen || set.length === 0
          ? words.more
          : speaker.say(words.moreWith, { set: listText(speaker.language, set) })}
      </Button>
      <div id={id} hidden={!isOpen} class="flex-col gap-5 border-s-2 border-line ps-4 not-[[hidden]]:flex">
        {isOpen && (
          <>
            <MoreForm {...props} random={random} />
            <RichTextArea
              id={fieldId("feedback")}
              label={words.feedback}
              hint={words.feedbackHint}
              value={question.feedback ?? ""}
              language={language}
              error={problem("feedback")}
              onValue={(text) => change({ ...question, feedback: text === "" ? undefined : text }, "feedback")}
            />
            {pools !== null && (
              <>
                <PoolSelect {...props} pools={pools} />
                <TagsInput {...props} />
              </>
            )}
          </>
        )}
      </div>
    </div>
  );
}

/** Fields that stand in here, whichever the type is. */
const FIELDS: ReadonlySet<string | number> = new Set([
  ...["scoring", "match_case", "ignore_accents", "max_characters", "units", "missing_unit", "wrong_unit", "rubric"],
  ...["choice_feedback", "feedback", "pool", "tags"],
]);

function isInMore(path: readonly (string | number)[]): boolean {
  return FIELDS.has(path[0]) || path.at(-1) === "feedback";
}

/** What of these fields somebody has set, in the order in which they stand. */
function setIn(question: Question): string[] {
  const values = new Map<string, unknown>(Object.entries(question));
  const isJudged = "choices" in question && question.choices.some((choice) => "feedback" in choice && choice.feedback);
  return [...FIELDS].map(String).filter((name) =>
    name === "feedback"
      ? isJudged || values.get("choice_feedback") !== undefined || values.get(name) !== undefined
      : values.get(name) !== undefined
  );
}
