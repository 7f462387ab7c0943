import { useState } from "preact/hooks";
import { StartTotpAnswer } from "../../protocol/staff.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { TextField } from "../components/field.tsx";
import { useWords } from "../components/speech.tsx";
import { useProblemFocus } from "../components/use_problem_focus.ts";
import { useFailureText } from "../staff/call_failure.ts";
import { type CallFailure, callStaff } from "../staff/staff_api.ts";

type Step = { name: "off" } | { name: "secret"; start: StartTotpAnswer } | { name: "on" };

/** Sets up or removes the second factor: the secret is shown, a first code confirms it. */
export function SecondFactor({ initial }: { initial: boolean }) {
  const [step, setStep] = useState<Step>(initial ? { name: "on" } : { name: "off" });
  const [input, setInput] = useState("");
  const [problems, setProblems] = useState<{ input?: string }>({});
  const form = useProblemFocus(problems);
  const [isBusy, setBusy] = useState(false);
  const words = useWords("account").codes;
  const failureText = useFailureText();

  async function submit(event: Event) {
    event.preventDefault();
    if (isBusy) return;
    if (input.trim() === "") {
      return setProblems({ input: step.name === "secret" ? words.noCode : words.noPassword });
    }
    setBusy(true);
    const problem = await carryOut();
    setBusy(false);
    setProblems(problem === null ? {} : { input: problem });
  }

  /** Takes the next step; answers what went wrong, or null. */
  async function carryOut(): Promise<string | null> {
    if (step.name === "off") {
      const body = { password: input };
      const outcome = await callStaff({ method: "POST", path: "/api/totp", body, answer: StartTotpAnswer });
      if (!outcome.ok) return sentence(outcome.error);
      setStep({ name: "secret", start: outcome.value });
    } else if (step.name === "secret") {
      const outcome = await callStaff({ method: "PUT", path: "/api/totp", body: { code: input.trim() } });
      if (!outcome.ok) return words.wrongCode;
      setStep({ name: "on" });
    } else {
      const outcome = await callStaff({ method: "DELETE", path: "/api/totp", body: { password: input } });
      if (!outcome.ok) return sentence(outcome.error);
      setStep({ name: "off" });
    }
    setInput("");
    return null;
  }

  function sentence(error: CallFailure): string {
    return error.path === "password" ? words.wrongPassword : failureText(error);
  }

  return (
    <form ref={form} onSubmit={submit} noValidate class="flex max-w-sm flex-col gap-4">
      {step.name === "on" && <AlertBox tone="good" role="status" title={words.on} />}
      {step.name === "secret" && (
        <div class="flex flex-col gap-2 text-sm">
          <p>{words.secret}</p>
          <code class="break-all rounded-field border border-line bg-raised px-3 py-2 text-base tracking-wider">
            {step.start.secret.match(/.{1,4}/g)?.join(" ")}
          </code>
          <a href={step.start.uri} class="font-medium text-accent underline underline-offset-4">{words.openApp}</a>
        </div>
      )}
      {step.name === "secret"
        ? (
          <TextField
            key="code"
            id="totp-code"
            name="code"
            label={words.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={input}
            onInput={setInput}
            isFocusHome
            error={problems.input}
          />
        )
        : (
          <TextField
            key="password"
            id="totp-password"
            name="password"
            type="password"
            label={words.password}
            autoComplete="current-password"
            value={input}
            onInput={setInput}
            isFocusHome
            error={problems.input}
          />
        )}
      <div>
        <Button type="submit" busy={isBusy} look={step.name === "secret" ? "primary" : "plain"}>
          {step.name === "off" ? words.setUp : step.name === "secret" ? words.confirm : words.turnOff}
        </Button>
      </div>
    </form>
  );
}
