import { useRef, useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { TextField } from "../components/field.tsx";

/** Asks for the exam's code and leads to its page. Nothing is sent, nothing is kept. */
export function CodeForm() {
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);

  function submit(event: Event) {
    event.preventDefault();
    const entered = code.trim().toUpperCase();
    const found = entered === ""
      ? "Enter the exam code"
      : /^[A-Z0-9-]{3,32}$/.test(entered)
      ? null
      : "An exam code is 3 to 32 letters, digits and hyphens, without spaces";
    setProblem(found);
    if (found === null) location.assign(`/join/${encodeURIComponent(entered)}`);
    else requestAnimationFrame(() => form.current?.querySelector("input")?.focus());
  }

  return (
    <form ref={form} onSubmit={submit} noValidate class="flex flex-col gap-5">
      <TextField
        id="code"
        name="code"
        label="Exam code"
        hint="Your teacher or exam office gave it to you, for example BIO-101."
        autoComplete="off"
        maxLength={64}
        value={code}
        onInput={setCode}
        error={problem}
      />
      <Button type="submit" look="primary" class="self-start">Continue</Button>
    </form>
  );
}
