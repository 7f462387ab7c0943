import { useRef, useState } from "preact/hooks";
import type { VerifyAnswer } from "../../protocol/verify_message.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { useWords } from "../components/speech.tsx";
import { FIELD_CLASS } from "../student/items/text_field.tsx";
import { Verified } from "./verified.tsx";
import { verifyFile } from "./verify_file.ts";

/** Takes a file of evidence, and what confirms its key, and says whether everything in it fits. Sends nothing. */
export function VerifyPage() {
  const words = useWords("verify");
  const [file, setFile] = useState<File | null>(null);
  const [isDropped, setDropped] = useState(false);
  const [key, setKey] = useState("");
  const [receipts, setReceipts] = useState("");
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<VerifyAnswer | null>(null);
  const input = useRef<HTMLInputElement>(null);

  async function check(event: Event) {
    event.preventDefault();
    setAnswer(null);
    setMissing(file === null);
    if (file === null) return input.current?.focus();
    setBusy(true);
    setAnswer(await verifyFile({ file, key, receipts }));
    setBusy(false);
  }

  function take(chosen: File | undefined, isDropped: boolean) {
    if (chosen === undefined) return;
    setFile(chosen);
    setDropped(isDropped);
    setMissing(false);
    setAnswer(null);
  }

  return (
    <div class="flex flex-col gap-8">
      <form onSubmit={check} class="flex max-w-3xl flex-col items-start gap-5">
        <div
          class="flex w-full flex-col gap-1.5 rounded-lg border border-dashed border-line-strong bg-raised p-4"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            take(event.dataTransfer?.files[0], true);
          }}
        >
          <label for="evidence-file" class="font-medium">{words.file}</label>
          <p id="evidence-file-hint" class="text-sm text-ink-soft">{words.fileHint} {words.drop}</p>
          {isMissing && (
            <p id="evidence-file-error" role="alert" class="text-sm font-medium text-high">{words.missing}</p>
          )}
          <input
            ref={input}
            id="evidence-file"
            type="file"
            accept=".ndjson"
            aria-describedby={isMissing ? "evidence-file-hint evidence-file-error" : "evidence-file-hint"}
            aria-invalid={isMissing}
            class="max-w-full text-sm file:me-3 file:min-h-9 file:rounded-field file:border file:border-line-strong file:bg-raised file:px-3 file:font-medium file:text-ink"
            onChange={(event) => take(event.currentTarget.files?.[0], false)}
          />
          {file !== null && isDropped && <p dir="auto" class="text-sm font-medium wrap-anywhere">{file.name}</p>}
        </div>
        <details class="w-full">
          <summary class="min-h-8 cursor-pointer rounded-field font-medium">{words.more}</summary>
          <div class="flex flex-col gap-4 pt-2">
            <p class="text-sm text-ink-soft">{words.moreMeaning}</p>
            <LongField
              id="evidence-receipts"
              label={words.receipts}
              hint={words.receiptsHint}
              value={receipts}
              onInput={setReceipts}
            />
            <LongField id="evidence-key" label={words.key} hint={words.keyHint} value={key} onInput={setKey} />
          </div>
        </details>
        <div class="flex flex-wrap items-center gap-3">
          <Button type="submit" look="primary" busy={isBusy}>{words.check}</Button>
          <p role="status" class="text-sm text-ink-soft">{isBusy && words.checking}</p>
        </div>
      </form>
      {answer !== null && (answer.kind === "unreadable"
        ? <AlertBox tone="problem" role="alert" title={words.unreadable[answer.what]} />
        : <Verified answer={answer} />)}
    </div>
  );
}

interface LongFieldProps {
  id: string;
  label: string;
  hint: string;
  value: string;
  onInput: (value: string) => void;
}

function LongField({ id, label, hint, value, onInput }: LongFieldProps) {
  return (
    <div class="flex flex-col gap-1.5">
      <label for={id} class="font-medium">{label}</label>
      <p id={`${id}-hint`} class="text-sm text-ink-soft wrap-anywhere">{hint}</p>
      <textarea
        id={id}
        rows={3}
        dir="ltr"
        spellcheck={false}
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        class={`${FIELD_CLASS} font-mono text-sm`}
      />
    </div>
  );
}
