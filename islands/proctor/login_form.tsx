import { useEffect, useState } from "preact/hooks";
import { SessionAnswer } from "../../protocol/session.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { TextField } from "../components/field.tsx";
import { useWords } from "../components/speech.tsx";
import { useProblemFocus } from "../components/use_problem_focus.ts";
import { useFailureText } from "../staff/call_failure.ts";
import { type CallFailure, callStaff } from "../staff/staff_api.ts";

export interface LoginFormProps {
  /** Path to go on to; checked by the server to be one of ours. */
  next: string;
}

type Problems = { username?: string; password?: string; code?: string; form?: string };

/** Sign-in of staff: name, password, and a one-time code where the account has one. */
export function LoginForm({ next }: LoginFormProps) {
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [needsCode, setNeedsCode] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Problems>({});
  const form = useProblemFocus(problems);
  const words = useWords("signIn");
  const failureText = useFailureText();
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById("username")?.focus();
  }, []);

  async function submit(event: Event) {
    event.preventDefault();
    if (isBusy) return;
    const missing: Problems = {};
    if (username.trim() === "") missing.username = words.noUsername;
    if (password === "") missing.password = words.noPassword;
    if (needsCode && !/^\d{6}$/.test(code.trim())) missing.code = words.noCode;
    setProblems(missing);
    if (Object.keys(missing).length > 0) return;
    setBusy(true);
    const outcome = await callStaff({
      method: "POST",
      path: "/api/session",
      body: { username: username.trim(), password, ...(needsCode ? { code: code.trim() } : {}) },
      answer: SessionAnswer,
    });
    if (outcome.ok) {
      location.assign(next);
      return;
    }
    setBusy(false);
    if (outcome.error.path === "code") setNeedsCode(true);
    setProblems(problemsOf(outcome.error));
  }

  function problemsOf(error: CallFailure): Problems {
    if (error.path === "code") return { code: needsCode ? words.wrongCode : words.noCode };
    if (error.status === 401) return { form: words.wrong };
    if (error.status === 429) return { form: words.tooMany };
    return { form: failureText(error) };
  }

  return (
    <form ref={form} onSubmit={submit} noValidate class="flex flex-col gap-4">
      {problems.form && <AlertBox tone="problem" role="alert" title={problems.form} />}
      <TextField
        id="username"
        name="username"
        label={words.username}
        autoComplete="username"
        value={username}
        onInput={setUsername}
        error={problems.username}
      />
      <TextField
        id="password"
        name="password"
        type="password"
        label={words.password}
        autoComplete="current-password"
        value={password}
        onInput={setPassword}
        error={problems.password}
      />
      {needsCode
        ? (
          <TextField
            id="code"
            name="code"
            label={words.code}
            hint={words.codeHint}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            isFocusHome
            value={code}
            onInput={setCode}
            error={problems.code}
          />
        )
        : (
          <button
            type="button"
            class="self-start rounded-field text-sm font-medium text-accent underline-offset-4 hover:underline"
            onClick={() => setNeedsCode(true)}
          >
            {words.haveCode}
          </button>
        )}
      <Button type="submit" look="primary" busy={isBusy}>{isBusy ? words.busy : words.submit}</Button>
    </form>
  );
}
