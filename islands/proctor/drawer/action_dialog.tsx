import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { MAX_EXTEND_MINUTES } from "../../../protocol/limits.ts";
import { ProctorAction } from "../../../protocol/proctor_messages.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Said } from "../../components/said.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useProblemFocus } from "../../components/use_problem_focus.ts";
import type { ActionChoice, ActionOrder } from "./actions.ts";
import { NumberField } from "./number_field.tsx";
import { ReadyTexts } from "./ready_texts.tsx";
import { WordsField } from "./words_field.tsx";

interface ActionDialogProps {
  choice: ActionChoice;
  /** Whom it is for: a name, or how many. */
  who: ComponentChildren;
  /** Said before it is done, where nothing can take it back or many are struck; absent where one question is enough. */
  sure?: string;
  /** What else there is to know before. */
  children?: ComponentChildren;
  isOnline: boolean;
  /** What a message may begin with. */
  readyTexts: readonly string[];
  /** What was written and not sent the last time. */
  draft: string;
  onDraft: (text: string) => void;
  onClose: () => void;
  onAct: (order: ActionOrder) => void;
}

/** What cannot be done without a word. */
const NEEDS_WORDS: readonly ActionChoice[] = ["message", "terminate"];
/** What asks for minutes. */
const NEEDS_MINUTES: readonly ActionChoice[] = ["extend", "reopen"];
/** What asks for nothing but a yes. */
const NEEDS_NOTHING: readonly ActionChoice[] = ["admit", "resume", "release"];

/** Asks for what an action needs: words, minutes, a reason; and says what the student will see of it. */
export function ActionDialog({ choice, who, sure, children, isOnline, readyTexts, draft, ...on }: ActionDialogProps) {
  const [text, setText] = useState(draft);
  const [minutes, setMinutes] = useState("10");
  const [isWarning, setWarning] = useState(false);
  const [problems, setProblems] = useState<{ words?: string; minutes?: string }>({});
  /** What is to be done, once the second question is answered. */
  const [asked, setAsked] = useState<ActionOrder | null>(null);
  const form = useProblemFocus(problems);
  const { speaker } = useSpeech();
  const actions = useWords("actions");
  const words = actions.dialog;
  const action = actions[choice];

  function write(written: string) {
    setText(written);
    on.onDraft(written);
  }

  function submit(event: Event) {
    event.preventDefault();
    if (!isOnline) return;
    if (asked !== null) return on.onAct(asked);
    if (NEEDS_WORDS.includes(choice) && text.trim() === "") {
      return setProblems({ words: choice === "message" ? words.noMessage : words.noReason });
    }
    const order = orderOf(choice, { text, minutes, isWarning });
    if (order === null) {
      return setProblems(
        NEEDS_MINUTES.includes(choice)
          ? { minutes: speaker.say(words.noMinutes, { most: MAX_EXTEND_MINUTES }) }
          : { words: words.notSendable },
      );
    }
    setProblems({});
    if (sure === undefined) on.onAct(order);
    else setAsked(order);
  }

  return (
    <Dialog
      id="action"
      title={<Said sentence={words.title} places={{ action: action.ask, name: who }} />}
      lead={action.lead}
      onClose={on.onClose}
    >
      <form ref={form} onSubmit={submit} noValidate class="flex flex-col gap-4">
        {children}
        {asked === null && (
          <>
            {NEEDS_MINUTES.includes(choice) && (
              <NumberField
                id="action-minutes"
                label={words.minutes}
                least={1}
                most={MAX_EXTEND_MINUTES}
                value={minutes}
                error={problems.minutes}
                onInput={setMinutes}
              />
            )}
            {choice === "message" && <ReadyTexts texts={readyTexts} value={text} onChoose={write} />}
            {!NEEDS_NOTHING.includes(choice) && (
              <WordsField
                id="action-words"
                label={words[LABELS[choice] ?? "reasonOptional"]}
                hint={choice === "pause" || choice === "lock" ? words.studentReads : undefined}
                rows={3}
                value={text}
                error={problems.words}
                onInput={write}
              />
            )}
            {choice === "message" && (
              <label class="inline-flex items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  class="size-4"
                  checked={isWarning}
                  onChange={(event) => setWarning(event.currentTarget.checked)}
                />
                {words.asWarning}
              </label>
            )}
          </>
        )}
        {asked !== null && <p role="alert" class="font-medium">{sure}</p>}
        {!isOnline && <p role="status" class="text-dense text-ink-soft">{actions.reconnecting}</p>}
        <div class="flex justify-end gap-2">
          <Button onClick={asked === null ? on.onClose : () => setAsked(null)}>
            {asked === null ? words.cancel : words.back}
          </Button>
          <Button
            type="submit"
            look={choice === "terminate" || asked !== null ? "danger" : "primary"}
            disabled={!isOnline}
          >
            {asked !== null
              ? words.sure
              : choice === "message"
              ? words.send
              : choice === "terminate"
              ? words.terminate
              : action.label}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const LABELS: Partial<Record<ActionChoice, "message" | "note" | "reason">> = {
  message: "message",
  flag: "note",
  terminate: "reason",
};

/** What is to be done, as the protocol's schema has it; null where it does not. */
function orderOf(
  choice: ActionChoice,
  input: { text: string; minutes: string; isWarning: boolean },
): ActionOrder | null {
  const parsed = ProctorAction.safeParse({ ...fieldsOf(choice, input), id: "order" });
  if (!parsed.success) return null;
  const { id: _id, attempt_id: _one, attempt_ids: _many, ...order } = parsed.data;
  return order;
}

function fieldsOf(choice: ActionChoice, input: { text: string; minutes: string; isWarning: boolean }): object {
  const text = input.text.trim();
  if (choice === "message") return { type: input.isWarning ? "warn" : "message", text };
  if (choice === "flag") return { type: "flag", ...(text === "" ? {} : { note: text }) };
  const reason = text === "" ? {} : { reason: text };
  if (NEEDS_MINUTES.includes(choice)) return { type: "extend", ...reason, minutes: Number(input.minutes) };
  return { type: choice, ...reason };
}
