import { useEffect, useRef, useState } from "preact/hooks";
import type { BankItemAnswer } from "../../../protocol/bank.ts";
import type { Question, QuestionType } from "../../../protocol/items/registry.ts";
import { useWords } from "../../components/speech.tsx";
import { useFailureText } from "../../staff/call_failure.ts";
import { type CallFailure, leaveIfSignedOut } from "../../staff/staff_api.ts";
import { isSame } from "../exam_changes.ts";
import { makeQuestion, QUESTION_TYPES } from "../items/registry.tsx";
import { addToBank, changeBankItem, readBankItem } from "./bank_calls.ts";

/** A question of the bank while it is written. */
export interface WrittenItem {
  /** As the server has it; null of one that is new. */
  item: BankItemAnswer | null;
  /** As it is written here; null until it is loaded. */
  question: Question | null;
  isShared: boolean;
  isChanged: boolean;
  isBusy: boolean;
  /** Somebody else was faster. */
  isConflict: boolean;
  problem: string | null;
  write: (question: Question) => void;
  share: (isShared: boolean) => void;
  /** Says what failed, or leads to the login. */
  fail: (error: CallFailure) => void;
  /** Sends it. @param over The server's newest is taken as read before: mine goes over theirs. */
  save: (over?: boolean) => Promise<boolean>;
  /** Theirs in place of mine. */
  reload: () => Promise<void>;
  /** Goes to another page, whatever is not saved here. */
  leave: (address: string) => void;
}

/** For a component: a question of the bank. @param itemId Null of one that is new: the address says its type. */
export function useBankItem(itemId: string | null): WrittenItem {
  const [item, setItem] = useState<BankItemAnswer | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const [isShared, setShared] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [isConflict, setConflict] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isLeaving = useRef(false);
  const words = useWords("editorItems");
  const calls = useWords("calls");
  const failureText = useFailureText();
  const isChanged = question !== null &&
    (item === null ? question.text !== "" : !isSame(question, item.question) || isShared !== item.shared);

  const fail = (error: CallFailure) => {
    // What is written here stands nowhere else.
    if (error.status === 401 && isChanged) setProblem(calls.signedOut);
    else if (!leaveIfSignedOut(error)) setProblem(failureText(error));
  };
  const take = (read: BankItemAnswer) => {
    setItem(read);
    setQuestion(read.question);
    setShared(read.shared);
    setConflict(false);
    setProblem(null);
  };
  async function reload() {
    if (itemId === null) return;
    const outcome = await readBankItem(itemId);
    if (outcome.ok) take(outcome.value);
    else fail(outcome.error);
  }

  async function save(over = false): Promise<boolean> {
    if (question === null || isBusy) return false;
    setBusy(true);
    setProblem(null);
    try {
      if (item === null) return await put(question);
      let { revision } = item;
      if (over) {
        const newest = await readBankItem(item.item_id);
        if (!newest.ok) {
          fail(newest.error);
          return false;
        }
        revision = newest.value.revision;
      }
      const outcome = await changeBankItem(item.item_id, revision, question, isShared);
      if (outcome.ok) {
        take(outcome.value);
        return true;
      }
      if (outcome.error.status === 409) setConflict(true);
      else fail(outcome.error);
      return false;
    } finally {
      setBusy(false);
    }
  }

  function leave(address: string) {
    isLeaving.current = true;
    location.replace(address);
  }

  async function put(fresh: Question): Promise<boolean> {
    const outcome = await addToBank([fresh], isShared);
    if (!outcome.ok) {
      fail(outcome.error);
      return false;
    }
    leave(`/bank/${outcome.value.item_ids[0]}`);
    return true;
  }

  useEffect(() => {
    if (itemId === null) setQuestion(makeQuestion(typeInAddress(), "q1", words, Math.random));
    else void reload();
  }, []);
  useEffect(() => {
    if (!isChanged) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (!isLeaving.current) event.preventDefault();
    };
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isChanged]);

  return {
    item,
    question,
    isShared,
    isChanged,
    isBusy,
    isConflict,
    problem,
    write: setQuestion,
    share: setShared,
    fail,
    save,
    reload,
    leave,
  };
}

function typeInAddress(): QuestionType {
  const named = new URLSearchParams(location.search).get("type");
  return QUESTION_TYPES.find((type) => type === named) ?? "single_choice";
}
