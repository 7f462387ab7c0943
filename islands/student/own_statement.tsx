import { useEffect, useState } from "preact/hooks";
import { AttemptAnswer } from "../../protocol/attempt.ts";
import { MAX_STATEMENT_CHARACTERS } from "../../protocol/limits.ts";
import { StudentStatement } from "../../protocol/review.ts";
import { momentText } from "../../words/times.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { failureText } from "./failure_text.ts";
import { FIELD_CLASS } from "./items/text_field.tsx";
import { call } from "./student_call.ts";

const PATH = "/api/attempt/statement";

const readAll = (value: unknown) => StudentStatement.array().parse(value);

/** Whether the exam takes statements on an attempt that is over. */
async function takesStatements(token: string): Promise<boolean> {
  const read = (value: unknown) => AttemptAnswer.pick({ closing: true }).strip().parse(value);
  const attempt = await call("/api/attempt", read, { token });
  return attempt.ok && attempt.value.closing?.statements === true;
}

/**
 * What a student says to the own attempt once it is over, and the field for more, where the exam takes it. Where there is neither,
 * nothing is shown.
 *
 * @param props.token Of the attempt, or of who reads its evidence.
 * @param props.takes Whether the exam takes statements, where the page knows.
 */
export function OwnStatement({ token, takes }: { token: string; takes?: boolean }) {
  const words = useWords("ownStatement");
  const { speaker } = useSpeech();
  const [statements, setStatements] = useState<readonly StudentStatement[]>([]);
  const [isTaken, setTaken] = useState(false);

  useEffect(() => {
    let isGone = false;
    void (async () => {
      const [isTaken, said] = await Promise.all([takes ?? takesStatements(token), call(PATH, readAll, { token })]);
      if (isGone) return;
      setTaken(isTaken);
      setStatements(said.ok ? said.value : []);
    })();
    return () => {
      isGone = true;
    };
  }, [token]);

  if (!isTaken && statements.length === 0) return null;
  return (
    <section aria-labelledby="own-statement" class="flex flex-col gap-4 border-t border-line pt-6 print:hidden">
      <h2 id="own-statement" class="text-lg font-semibold">{words.title}</h2>
      {statements.length > 0 && (
        <ul aria-label={words.before} class="flex flex-col gap-3">
          {statements.map(({ at, text }) => (
            <li key={at} class="border-s-2 border-accent ps-3">
              <p class="text-sm text-ink-soft">{momentText(speaker, at)}</p>
              {text === null
                ? <p class="text-ink-soft">{words.removed}</p>
                : <p dir="auto" class="whitespace-pre-wrap wrap-anywhere">{text}</p>}
            </li>
          ))}
        </ul>
      )}
      {isTaken && <StatementForm token={token} onSent={setStatements} />}
    </section>
  );
}

function StatementForm({ token, onSent }: { token: string; onSent: (all: StudentStatement[]) => void }) {
  const words = useWords("ownStatement");
  const refused = useWords("refused");
  const [text, setText] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [outcome, setOutcome] = useState<{ isSent: boolean; said: string } | null>(null);

  async function send(event: Event) {
    event.preventDefault();
    setOutcome(null);
    setMissing(text.trim() === "");
    if (text.trim() === "") return;
    setBusy(true);
    const answered = await call(PATH, readAll, { token, body: { text } });
    setBusy(false);
    if (!answered.ok) return setOutcome({ isSent: false, said: failureText(answered.failure, refused) });
    setText("");
    setOutcome({ isSent: true, said: words.sent });
    onSent(answered.value);
  }

  return (
    <form onSubmit={send} class="flex flex-col items-start gap-3">
      <p class="text-ink-soft">{words.lead}</p>
      <div class="flex w-full flex-col gap-1.5">
        <label for="statement" class="font-medium">{words.label}</label>
        <p id="statement-hint" class="text-sm text-ink-soft">{words.hint}</p>
        {isMissing && <p id="statement-error" role="alert" class="text-sm font-medium text-high">{words.missing}</p>}
        <textarea
          id="statement"
          rows={5}
          dir="auto"
          maxLength={MAX_STATEMENT_CHARACTERS}
          aria-describedby={isMissing ? "statement-hint statement-error" : "statement-hint"}
          aria-invalid={isMissing}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          class={FIELD_CLASS}
        />
      </div>
      {outcome?.isSent === false && <AlertBox tone="problem" role="alert" title={outcome.said} />}
      <div class="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={isBusy}>{words.send}</Button>
        <p role="status" class="text-sm text-ink-soft">{outcome?.isSent === true && outcome.said}</p>
      </div>
    </form>
  );
}
