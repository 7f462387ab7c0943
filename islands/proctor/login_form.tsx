import { useState } from "preact/hooks";
import { SessionAnswer } from "../../protocol/rest.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { TextField } from "../components/field.tsx";
import { useProblemFocus } from "../components/use_problem_focus.ts";
import { callStaff, type Refusal } from "./staff_api.ts";

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

  async function submit(event: Event) {
    event.preventDefault();
    if (isBusy) return;
    const missing: Problems = {};
    if (username.trim() === "") missing.username = "Enter your username";
    if (password === "") missing.password = "Enter your password";
    if (needsCode && !/^\d{6}$/.test(code.trim())) missing.code = "Enter the 6 digits that your authenticator shows";
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
    setProblems(problemsOf(outcome.error, needsCode));
  }

  return (
    <form ref={form} onSubmit={submit} noValidate class="flex flex-col gap-4">
      {problems.form && <AlertBox tone="problem" role="alert" title={problems.form} />}
      <TextField
        id="username"
        name="username"
        label="Username"
        autoComplete="username"
        value={username}
        onInput={setUsername}
        error={problems.username}
      />
      <TextField
        id="password"
        name="password"
        type="password"
        label="Password"
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
            label="One-time code"
            hint="From your authenticator app."
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
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
            I have a one-time code
          </button>
        )}
      <Button type="submit" look="primary" busy={isBusy}>{isBusy ? "Signing in…" : "Sign in"}</Button>
    </form>
  );
}

function problemsOf(error: Refusal, hadCode: boolean): Problems {
  if (error.path === "code") {
    return {
      code: hadCode
        ? "That code is not right. Enter the one shown now."
        : "Enter the 6 digits that your authenticator shows",
    };
  }
  if (error.status === 401) return { form: "Username or password is not right." };
  if (error.status === 429) return { form: "Too many attempts. Wait a few minutes, then try again." };
  return { form: error.message };
}
