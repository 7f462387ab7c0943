import { useEffect, useState } from "preact/hooks";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { TextField } from "../components/field.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useProblemFocus } from "../components/use_problem_focus.ts";
import { useFailureText } from "../staff/call_failure.ts";
import { NewPassword, newPasswordProblems } from "./new_password.tsx";
import { callStaff } from "../staff/staff_api.ts";

/** Changes the own password; a forced change goes on to the exams. */
export function ChangePassword({ isForced }: { isForced: boolean }) {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);
  const [problems, setProblems] = useState<{ current?: string; next?: string; again?: string; form?: string }>({});
  const form = useProblemFocus(problems);
  const speech = useSpeech();
  const words = useWords("account").password;
  const failureText = useFailureText();
  useEffect(() => {
    if (isForced && document.activeElement === document.body) document.getElementById("current")?.focus();
  }, []);

  async function submit(event: Event) {
    event.preventDefault();
    if (isBusy) return;
    setDone(false);
    const found = {
      ...(current === "" ? { current: words.noCurrent } : {}),
      ...newPasswordProblems(speech, next, again),
      ...(next !== "" && next === current ? { next: words.same } : {}),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const outcome = await callStaff({ method: "POST", path: "/api/password", body: { current, next } });
    setBusy(false);
    if (!outcome.ok) {
      const { status, path } = outcome.error;
      const text = failureText(outcome.error);
      if (path === "current" || status === 401 || status === 403) {
        return setProblems({ current: words.wrong });
      }
      return setProblems(path === "next" ? { next: text } : { form: text });
    }
    if (isForced) return location.assign("/exams");
    setCurrent("");
    setNext("");
    setAgain("");
    setDone(true);
  }

  return (
    <form ref={form} onSubmit={submit} noValidate class="flex max-w-sm flex-col gap-4">
      {problems.form && <AlertBox tone="problem" role="alert" title={problems.form} />}
      {isDone && <AlertBox tone="good" role="status" title={words.done} />}
      <TextField
        id="current"
        name="current"
        type="password"
        label={words.current}
        autoComplete="current-password"
        value={current}
        onInput={setCurrent}
        error={problems.current}
      />
      <NewPassword {...{ next, again, problems }} onNext={setNext} onAgain={setAgain} />
      <div>
        <Button type="submit" look="primary" busy={isBusy}>{words.submit}</Button>
      </div>
    </form>
  );
}
