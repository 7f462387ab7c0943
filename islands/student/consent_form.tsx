import { useState } from "preact/hooks";
import { MAX_NAME_CHARACTERS } from "../../protocol/limits.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { TextField } from "../components/field.tsx";
import { useProblemFocus } from "../components/use_problem_focus.ts";
import type { JoinExamData } from "./join_page_data.ts";
import { type Refusal, startExam } from "./student_api.ts";
import { openStudentStorage } from "./student_storage.ts";

type Problems = { name?: string; number?: string; token?: string; consent?: string; form?: string };

/** Who sits the exam, and whether they agree to what is captured. Nothing is logged before this is sent. */
export function ConsentForm({ code, join, consentVersion }: JoinExamData) {
  const [hasToken, setHasToken] = useState(join === "roster");
  const [name, setName] = useState("");
  const [number, setNumber] = useState("");
  const [token, setToken] = useState("");
  const [isAgreed, setAgreed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Problems>({});
  const form = useProblemFocus(problems);

  async function submit(event: Event) {
    event.preventDefault();
    if (isBusy) return;
    const missing: Problems = {};
    if (hasToken && token.trim() === "") missing.token = "Enter your personal token";
    if (!hasToken && name.trim() === "") missing.name = "Enter your name";
    if (!isAgreed) missing.consent = "Agree to go on, or decline below";
    setProblems(missing);
    if (Object.keys(missing).length > 0) return;
    setBusy(true);
    const consent = { version: consentVersion };
    const student = { name: name.trim(), ...(number.trim() === "" ? {} : { number: number.trim() }) };
    const outcome = await startExam(hasToken ? { token: token.trim(), consent } : { code, student, consent });
    if (outcome.ok) {
      const storage = await openStudentStorage();
      if (await storage.writeToken(outcome.value.session_token)) return location.assign("/exam");
      setProblems({ form: "This browser keeps nothing for this page. Allow site data, or use another browser." });
    } else setProblems(problemsOf(outcome.refusal, hasToken));
    setBusy(false);
  }

  return (
    <form ref={form} onSubmit={submit} noValidate class="flex flex-col gap-6">
      {problems.form && <AlertBox tone="problem" role="alert" title={problems.form} />}
      {hasToken
        ? (
          <TextField
            id="token"
            name="token"
            label="Personal token"
            hint="It was given to you alone, and opens this exam once."
            autoComplete="off"
            maxLength={200}
            value={token}
            onInput={setToken}
            error={problems.token}
          />
        )
        : (
          <>
            <TextField
              id="name"
              name="name"
              label="Your full name"
              autoComplete="name"
              maxLength={MAX_NAME_CHARACTERS}
              value={name}
              onInput={setName}
              error={problems.name}
            />
            <TextField
              id="number"
              name="number"
              label="Student number (if you have one)"
              autoComplete="off"
              maxLength={100}
              value={number}
              onInput={setNumber}
              error={problems.number}
            />
          </>
        )}
      {join === "open" && (
        <button
          type="button"
          onClick={() => setHasToken(!hasToken)}
          class="min-h-8 self-start rounded-field text-sm font-medium text-accent underline underline-offset-4"
        >
          {hasToken ? "I have no personal token" : "I have a personal token"}
        </button>
      )}
      <div class="flex flex-col gap-1.5">
        {problems.consent && (
          <p id="consent-error" class="text-sm font-medium text-high">
            <span class="sr-only">Error:</span> {problems.consent}
          </p>
        )}
        <label class="flex cursor-pointer items-start gap-3">
          <input
            type="checkbox"
            name="consent"
            checked={isAgreed}
            aria-invalid={problems.consent ? "true" : undefined}
            aria-describedby={problems.consent ? "consent-error" : undefined}
            onChange={(event) => setAgreed(event.currentTarget.checked)}
            class="mt-1 size-4 shrink-0"
          />
          <span>I have read what is captured and why, and I agree to it for this exam.</span>
        </label>
      </div>
      <div class="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button type="submit" look="primary" busy={isBusy}>{isBusy ? "Starting…" : "Agree and start the exam"}</Button>
        <a href="/declined" class="rounded-field py-2 font-medium text-accent underline underline-offset-4">
          I do not agree
        </a>
      </div>
      <p class="text-sm text-ink-soft">Your time begins when you start.</p>
    </form>
  );
}

function problemsOf({ code, message, path }: Refusal, hasToken: boolean): Problems {
  switch (code) {
    case "token_used":
      return { token: "This token is in use already. If that was not you, tell your proctor now." };
    case "unauthorized":
    case "not_found":
      return hasToken
        ? { token: "This token opens no exam. Check it letter by letter, or ask your exam office." }
        : { form: message };
    case "unknown_exam":
      return { form: "There is no exam with this code any more. Ask whoever gave it to you." };
    case "exam_not_open":
      return { form: "This exam has not opened yet. Try again at its start." };
    case "exam_closed":
      return { form: "This exam is closed. Ask your exam office." };
    case "exam_full":
      return { form: "This exam is full: no more students can join. Tell your proctor." };
    case "forbidden":
      return { form: "This exam is joined with a personal token. Ask your exam office for yours." };
    case "rate_limited":
      return { form: "Very many students are joining right now. Wait a minute, then try again." };
  }
  if (path.startsWith("student.name")) return { name: "Enter your name with at most 200 characters" };
  if (path.startsWith("student.number")) return { number: "Enter your student number with at most 100 characters" };
  return { form: message };
}
