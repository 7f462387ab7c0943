import { useState } from "preact/hooks";
import type { Question } from "../../../protocol/items/registry.ts";
import { Button } from "../../components/button.tsx";
import { later } from "../../components/later.tsx";
import { useWords } from "../../components/speech.tsx";
import { useFailureText } from "../../staff/call_failure.ts";
import { leaveIfSignedOut } from "../../staff/staff_api.ts";
import type { Editor } from "../editor.ts";
import { hasNewer, newestInBank, takeNewer } from "./bank_news.ts";

const PutIntoBank = later(async () => (await import("../later_parts.ts")).PutIntoBank);

/** What an exam's question has to do with the bank: where it came from, whether there is a newer one, or the way there. */
export function BankMark({ editor, question }: { editor: Editor; question: Question }) {
  const words = useWords("bank");
  const failureText = useFailureText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPutting, setPutting] = useState(false);
  const { bank } = question;

  async function take() {
    setBusy(true);
    const error = await takeNewer(editor, question);
    setBusy(false);
    if (error === null) editor.said.value = words.tookNewer;
    else if (!leaveIfSignedOut(error)) setProblem(failureText(error));
  }

  if (bank === undefined) {
    return (
      <>
        <Button look="quiet" size="small" class="text-ink-soft" onClick={() => setPutting(true)}>{words.put}</Button>
        {isPutting && <PutIntoBank editor={editor} question={question} onClose={() => setPutting(false)} />}
      </>
    );
  }
  const isKnown = newestInBank.value.has(bank.item_id);
  return (
    <span class="flex min-h-8 min-w-0 flex-wrap items-center gap-x-2 px-2 text-dense text-ink-soft">
      {isKnown
        ? (
          <a
            href={`/bank/${bank.item_id}`}
            title={words.open}
            class="underline decoration-line-strong underline-offset-4 hover:text-ink"
          >
            {words.inBank}
          </a>
        )
        : words.inBank}
      {hasNewer(question) && (
        <>
          <span class="text-ink">{words.newer}</span>
          <Button look="quiet" size="small" class="text-accent" busy={busy} onClick={() => void take()}>
            {words.takeNewer}
          </Button>
        </>
      )}
      {problem && <span role="alert" class="text-high">{problem}</span>}
    </span>
  );
}

/** On a question's line: that the bank has a newer one. */
export function NewerHint({ question }: { question: Question }) {
  const words = useWords("bank");
  if (!hasNewer(question)) return null;
  return <span class="shrink-0 rounded-full bg-accent-soft px-2 py-0.5 text-xs text-ink">{words.newerShort}</span>;
}
