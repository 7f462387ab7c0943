import { useState } from "preact/hooks";
import { StartTotpAnswer } from "../../protocol/staff.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { TextField } from "../components/field.tsx";
import { callStaff, type Refusal } from "./staff_api.ts";

type Step = { name: "off" } | { name: "secret"; start: StartTotpAnswer } | { name: "on" };

/** Sets up or removes the second factor: the secret is shown, a first code confirms it. */
export function SecondFactor({ initial }: { initial: boolean }) {
  const [step, setStep] = useState<Step>(initial ? { name: "on" } : { name: "off" });
  const [input, setInput] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function submit(event: Event) {
    event.preventDefault();
    if (isBusy) return;
    if (input.trim() === "") return setProblem(step.name === "secret" ? "Enter the 6 digits" : "Enter your password");
    setBusy(true);
    setProblem(await carryOut());
    setBusy(false);
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
      if (!outcome.ok) return "That code is not right. Enter the one shown now.";
      setStep({ name: "on" });
    } else {
      const outcome = await callStaff({ method: "DELETE", path: "/api/totp", body: { password: input } });
      if (!outcome.ok) return sentence(outcome.error);
      setStep({ name: "off" });
    }
    setInput("");
    return null;
  }

  return (
    <form onSubmit={submit} noValidate class="flex max-w-sm flex-col gap-4">
      {step.name === "on" && <AlertBox tone="good" role="status" title="One-time codes are on" />}
      {step.name === "secret" && (
        <div class="flex flex-col gap-2 text-sm">
          <p>Add this key to your authenticator app, then enter the code that it shows.</p>
          <code class="break-all rounded-field border border-line bg-raised px-3 py-2 text-base tracking-wider">
            {step.start.secret.match(/.{1,4}/g)?.join(" ")}
          </code>
          <a href={step.start.uri} class="font-medium text-accent underline underline-offset-4">Open in an app here</a>
        </div>
      )}
      {step.name === "secret"
        ? (
          <TextField
            key="code"
            id="totp-code"
            name="code"
            label="Code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={input}
            onInput={setInput}
            error={problem}
          />
        )
        : (
          <TextField
            key="password"
            id="totp-password"
            name="password"
            type="password"
            label="Your password"
            autoComplete="current-password"
            value={input}
            onInput={setInput}
            error={problem}
          />
        )}
      <div>
        <Button type="submit" busy={isBusy} look={step.name === "secret" ? "primary" : "plain"}>
          {step.name === "off" ? "Set up one-time codes" : step.name === "secret" ? "Confirm" : "Turn off"}
        </Button>
      </div>
    </form>
  );
}

function sentence({ path, message }: Refusal): string {
  return path === "password" ? "That is not your password" : message;
}
