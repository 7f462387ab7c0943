import { useState } from "preact/hooks";
import type { BankLine } from "../../../protocol/bank.ts";
import type { Question } from "../../../protocol/items/registry.ts";
import { plainLine } from "../../../protocol/items/plain_line.ts";
import { MAX_BANK_TAKEN, MAX_QUESTIONS } from "../../../protocol/limits.ts";
import { AlertBox } from "../../components/alert_box.tsx";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useFailureText } from "../../staff/call_failure.ts";
import { leaveIfSignedOut } from "../../staff/staff_api.ts";
import type { Editor } from "../editor.ts";
import { takeFromBank } from "./bank_calls.ts";
import { BankFilters } from "./bank_filters.tsx";
import { BankFacts } from "./bank_line.tsx";
import { newestInBank } from "./bank_news.ts";
import { BankPager } from "./bank_pager.tsx";
import { useBankSearch } from "./use_bank_search.ts";

interface FromBankDialogProps {
  editor: Editor;
  /** Called once, with at least one question. */
  onTake: (questions: Question[]) => void;
  onClose: () => void;
}

/** Questions of the bank to be ticked and taken; what is ticked stays so while the search is another. */
export function FromBankDialog({ editor, onTake, onClose }: FromBankDialogProps) {
  const found = useBankSearch(null);
  const words = useWords("bank");
  const { speaker } = useSpeech();
  const failureText = useFailureText();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const room = Math.min(MAX_BANK_TAKEN, MAX_QUESTIONS - editor.exam.value.questions.length);
  const { list } = found;

  function choose(itemId: string, isChosen: boolean) {
    const next = new Set(chosen);
    if (isChosen) next.add(itemId);
    else next.delete(itemId);
    setChosen(next);
  }

  async function take() {
    setBusy(true);
    setProblem(null);
    const outcome = await takeFromBank(editor.saved.value.exam_id, [...chosen]);
    setBusy(false);
    if (!outcome.ok) {
      if (!leaveIfSignedOut(outcome.error)) setProblem(failureText(outcome.error));
      return;
    }
    const { questions } = outcome.value;
    const known = questions.flatMap(({ bank }) => bank === undefined ? [] : [[bank.item_id, bank.revision] as const]);
    newestInBank.value = new Map([...newestInBank.value, ...known]);
    onTake(questions);
  }

  return (
    <Dialog id="from-bank" title={words.fromBank} lead={words.fromBankLead} isWide onClose={onClose}>
      {(problem ?? found.problem) && <AlertBox tone="problem" role="alert" title={problem ?? found.problem ?? ""} />}
      <BankFilters found={found} />
      <p role="status" class="text-sm text-ink-soft">
        {list === null
          ? words.loading
          : list.total === 0
          ? words.noneFound
          : speaker.say(words.found, { n: list.total })}
      </p>
      {list !== null && list.items.length > 0 && (
        <ul
          aria-label={words.list}
          class="max-h-[45dvh] divide-y divide-line overflow-y-auto rounded-field border border-line"
        >
          {list.items.map((line) => (
            <Choice
              key={line.item_id}
              line={line}
              isChosen={chosen.has(line.item_id)}
              onChoose={(isChosen) => choose(line.item_id, isChosen)}
            />
          ))}
        </ul>
      )}
      <BankPager found={found} />
      {chosen.size > room && (
        <AlertBox tone="warning" role="status" title={speaker.say(words.noRoom, { n: Math.max(0, room) })} />
      )}
      <div class="flex flex-wrap items-center justify-end gap-2">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button
          look="primary"
          busy={busy}
          disabled={chosen.size === 0 || chosen.size > room}
          onClick={() => void take()}
        >
          {speaker.say(words.take, { n: chosen.size })}
        </Button>
      </div>
    </Dialog>
  );
}

function Choice({ line, isChosen, onChoose }: {
  line: BankLine;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}) {
  return (
    <li>
      <label class="flex cursor-pointer items-start gap-3 px-3 py-2.5 hover:bg-sunken">
        <input
          type="checkbox"
          checked={isChosen}
          onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
          class="mt-0.5 size-4 shrink-0"
        />
        <span class="flex min-w-0 flex-1 flex-col gap-1 text-sm">
          <bdi class="line-clamp-2 wrap-anywhere">{plainLine(line.text)}</bdi>
          <BankFacts line={line} />
        </span>
      </label>
    </li>
  );
}
