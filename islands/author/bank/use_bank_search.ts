import { useEffect, useRef, useState } from "preact/hooks";
import type { BankList } from "../../../protocol/bank.ts";
import { useFailureText } from "../../staff/call_failure.ts";
import { leaveIfSignedOut } from "../../staff/staff_api.ts";
import { ALL_OF_BANK, type BankSearch, listBank } from "./bank_calls.ts";

/** A search waits so long for the next letter, ms. */
const PAUSE_MS = 200;

/** A search of the bank while it is written. */
export interface BankFound {
  search: BankSearch;
  /** Null until the first answer. */
  list: BankList | null;
  problem: string | null;
  isBusy: boolean;
  /** Narrows it; from the first page on, unless it says which. */
  narrow: (change: Partial<BankSearch>) => void;
  /** Asks again. */
  reload: () => void;
}

/** For a component: the bank's list, asked for anew as a search is written. @param first What is known already. */
export function useBankSearch(first: BankList | null, started: BankSearch = ALL_OF_BANK): BankFound {
  const [search, setSearch] = useState(started);
  const [list, setList] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [turn, setTurn] = useState(first === null ? 1 : 0);
  const failureText = useFailureText();
  const typed = useRef(false);

  useEffect(() => {
    if (turn === 0) return;
    const call = new AbortController();
    setBusy(true);
    const timer = setTimeout(async () => {
      const outcome = await listBank(search, call.signal);
      if (call.signal.aborted) return;
      setBusy(false);
      setProblem(null);
      if (outcome.ok) setList(outcome.value);
      else if (!leaveIfSignedOut(outcome.error)) setProblem(failureText(outcome.error));
    }, typed.current ? PAUSE_MS : 0);
    return () => {
      call.abort();
      clearTimeout(timer);
    };
  }, [turn]);

  return {
    search,
    list,
    problem,
    isBusy,
    narrow(change) {
      typed.current = change.search !== undefined;
      setSearch((before) => ({ ...before, from: 0, ...change }));
      setTurn((before) => before + 1);
    },
    reload() {
      typed.current = false;
      setTurn((before) => before + 1);
    },
  };
}
