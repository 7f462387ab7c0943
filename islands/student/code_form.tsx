import { useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { TextField } from "../components/field.tsx";
import { useWords } from "../components/speech.tsx";
import { OpenAttempts } from "./open_attempts.tsx";
import { useProblemFocus } from "../components/use_problem_focus.ts";

/** Asks for the exam's code and leads to its page. Nothing is sent, nothing is kept. */
export function CodeForm() {
  const words = useWords("joinForms").code;
  const [code, setCode] = useState("");
  const [problems, setProblems] = useState<{ code?: string }>({});
  const form = useProblemFocus(problems);

  function submit(event: Event) {
    event.preventDefault();
    const entered = code.trim().toUpperCase();
    const found = entered === "" ? words.missing : /^[A-Z0-9-]{3,32}$/.test(entered) ? null : words.malformed;
    setProblems(found === null ? {} : { code: found });
    if (found === null) location.assign(`/join/${encodeURIComponent(entered)}`);
  }

  return (
    <div class="flex flex-col gap-8">
      <OpenAttempts />
      <form ref={form} onSubmit={submit} noValidate class="flex flex-col gap-5">
        <TextField
          id="code"
          name="code"
          label={words.label}
          hint={words.hint}
          autoComplete="off"
          maxLength={64}
          value={code}
          onInput={setCode}
          error={problems.code}
        />
        <Button type="submit" look="primary" class="self-start">{words.submit}</Button>
      </form>
    </div>
  );
}
