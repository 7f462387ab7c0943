import { useEffect, useState } from "preact/hooks";
import { AttemptResult } from "../../protocol/results.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { TextField } from "../components/field.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { failureText } from "./failure_text.ts";
import type { JoinedAttempt } from "./joined_attempts.ts";
import { JoinedList } from "./joined_list.tsx";
import { OwnStatement } from "./own_statement.tsx";
import { ResultSheet } from "./result_sheet.tsx";
import { tokenInAddress, tokenOf } from "./personal_link.ts";
import { call, type FailedCall } from "./student_call.ts";
import { openStudentStorage } from "./student_storage.ts";

/** By what a result is asked for. */
type Ask = { attempt: JoinedAttempt } | { token: string };

/** A student's page with their result: of the attempt in its address or in this browser, or by the personal token. */
export function ResultPage() {
  const words = useWords("result");
  const refused = useWords("refused");
  const { loading } = useWords("calls");
  const { speaker } = useSpeech();
  const [joined, setJoined] = useState<readonly JoinedAttempt[] | null>(null);
  const [asked, setAsked] = useState<Ask | null>(null);
  const [result, setResult] = useState<AttemptResult | null>(null);
  const [failure, setFailure] = useState<FailedCall | null>(null);

  async function ask(by: Ask) {
    setAsked(by);
    setFailure(null);
    setResult(null);
    const read = (value: unknown) => AttemptResult.parse(value);
    const outcome = "token" in by
      ? await call("/api/result", read, { body: { token: by.token } })
      : await call("/api/attempt/result", read, { token: by.attempt.token });
    if (outcome.ok) setResult(outcome.value);
    else setFailure(outcome.failure);
  }

  useEffect(() => {
    void (async () => {
      const found = await (await openStudentStorage()).joined.list();
      setJoined(found);
      const token = tokenInAddress();
      if (token !== null) {
        // It has done its work, and stands in no address that somebody may copy.
        history.replaceState(null, "", location.pathname + location.search);
        return await ask({ token });
      }
      const wanted = new URLSearchParams(location.search).get("attempt");
      const attempt = found.find(({ attemptId }) => attemptId === wanted) ??
        (found.length === 1 ? found[0] : undefined);
      if (attempt !== undefined) await ask({ attempt });
    })();
  }, []);

  const statement = asked !== null && "attempt" in asked && result !== null
    ? (
      <>
        <OwnStatement key={asked.attempt.attemptId} token={asked.attempt.token} />
        <p class="pt-6 print:hidden">
          <a
            class="font-medium text-accent underline underline-offset-4"
            href={`/evidence?attempt=${asked.attempt.attemptId}`}
          >
            {words.evidence}
          </a>
        </p>
      </>
    )
    : null;
  if (result?.released === true) {
    return (
      <>
        <ResultSheet result={result} />
        <div class="mx-auto w-full max-w-3xl px-4 pb-12 sm:px-6">{statement}</div>
      </>
    );
  }
  return (
    <div class="mx-auto flex w-full max-w-2xl flex-1 flex-col gap-6 px-4 py-10 sm:px-6 sm:py-16">
      <header class="flex flex-col gap-2">
        <h1 class="text-2xl font-semibold">{words.title}</h1>
        <p class="text-ink-soft">{words.lead}</p>
      </header>
      {joined === null && <p role="status" class="text-ink-soft">{loading}</p>}
      {failure !== null && <AlertBox tone="problem" role="alert" title={failureText(failure, refused)} />}
      {result?.released === false && (
        <AlertBox role="status" title={words.notYetTitle}>
          <p>{speaker.say(words.notYet, { exam: result.exam })}</p>
          {asked !== null && <Button size="small" class="mt-2" onClick={() => ask(asked)}>{words.again}</Button>}
        </AlertBox>
      )}
      {statement}
      {joined !== null && joined.length > 1 && (
        <JoinedList
          heading={words.choose}
          attempts={joined}
          onChoose={(attempt) => void ask({ attempt })}
        />
      )}
      {joined !== null && <TokenForm isAlone={joined.length === 0} onToken={(token) => ask({ token })} />}
    </div>
  );
}

function TokenForm({ isAlone, onToken }: { isAlone: boolean; onToken: (token: string) => void }) {
  const words = useWords("result");
  const [token, setToken] = useState("");
  const [isMissing, setMissing] = useState(false);
  return (
    <form
      class="flex flex-col items-start gap-4 rounded-lg border border-line bg-raised p-4"
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(tokenOf(token) === "");
        if (tokenOf(token) !== "") onToken(tokenOf(token));
      }}
    >
      <h2 class="font-semibold">{words.byToken}</h2>
      {isAlone && <p class="text-sm text-ink-soft">{words.none}</p>}
      <div class="w-full">
        <TextField
          id="result-token"
          name="token"
          label={words.token}
          hint={words.tokenHint}
          error={isMissing ? words.tokenMissing : null}
          value={token}
          autoComplete="off"
          maxLength={500}
          onInput={setToken}
        />
      </div>
      <Button type="submit" look={isAlone ? "primary" : "plain"}>{words.open}</Button>
    </form>
  );
}
