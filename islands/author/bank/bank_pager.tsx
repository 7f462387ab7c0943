import { Button } from "../../components/button.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { BANK_PAGE } from "./bank_calls.ts";
import type { BankFound } from "./use_bank_search.ts";

/** Which part of a long list is shown, and the way to the others. Nothing where all fit. */
export function BankPager({ found: { list, search: { from }, narrow } }: { found: BankFound }) {
  const words = useWords("bank");
  const { speaker } = useSpeech();
  if (list === null || list.total <= BANK_PAGE && from === 0) return null;
  const to = from + list.items.length;
  return (
    <nav aria-label={words.pages} class="flex flex-wrap items-center justify-between gap-3">
      <p class="text-sm text-ink-soft tabular-nums">
        {speaker.say(words.place, {
          from: speaker.number(Math.min(from + 1, list.total)),
          to: speaker.number(to),
          n: list.total,
        })}
      </p>
      <span class="flex gap-2">
        <Button disabled={from === 0} onClick={() => narrow({ from: Math.max(0, from - BANK_PAGE) })}>
          {words.previous}
        </Button>
        <Button disabled={to >= list.total} onClick={() => narrow({ from: from + BANK_PAGE })}>{words.next}</Button>
      </span>
    </nav>
  );
}
