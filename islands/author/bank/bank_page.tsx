import { useEffect, useRef, useState } from "preact/hooks";
import { z } from "zod";
import { BankList } from "../../../protocol/bank.ts";
import { plainLine } from "../../../protocol/items/plain_line.ts";
import { MAX_BANK_ADDED } from "../../../protocol/limits.ts";
import type { Question } from "../../../protocol/items/registry.ts";
import { AlertBox } from "../../components/alert_box.tsx";
import { Button } from "../../components/button.tsx";
import { later } from "../../components/later.tsx";
import { EmptyState } from "../../components/empty_state.tsx";
import { PageFrame } from "../../components/page_frame.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useFailureText } from "../../staff/call_failure.ts";
import { leaveIfSignedOut } from "../../staff/staff_api.ts";
import { Viewer } from "../../staff/viewer.ts";
import { Sign } from "../fields/sign.tsx";
import type { DrawnPage } from "../import/pages/use_drawn_pages.ts";
import { addPageToBank } from "./add_page_to_bank.ts";
import { QUESTION_TYPES } from "../items/registry.tsx";
import { ENTRY_CLASS, Menu } from "../menu.tsx";
import { addToBank, ALL_OF_BANK, queryOf } from "./bank_calls.ts";
import { BankFilters } from "./bank_filters.tsx";
import { BankFacts } from "./bank_line.tsx";
import { BankPager } from "./bank_pager.tsx";
import { type BankFound, useBankSearch } from "./use_bank_search.ts";

const ImportDialog = later(async () => (await import("../import/import_dialog.tsx")).ImportDialog);

/** What the page of the bank starts from. */
export const BankData = z.strictObject({ viewer: Viewer, list: BankList });
export type BankData = z.infer<typeof BankData>;

/** The questions that are kept outside exams. */
export function BankPage({ list: first }: BankData) {
  const found = useBankSearch(first);
  const words = useWords("bank");
  const { speaker } = useSpeech();
  const failureText = useFailureText();
  const [isImporting, setImporting] = useState(false);
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  useSearchInAddress(found);

  async function put(questions: Question[], pages: ReadonlyMap<string, DrawnPage>): Promise<void> {
    setImporting(false);
    setProblem(null);
    const plain = questions.filter(({ id }) => !pages.has(id));
    const shown = questions.flatMap((question) => {
      const page = pages.get(question.id);
      return page === undefined ? [] : [() => addPageToBank(question, page)];
    });
    const parts = Array.from(
      { length: Math.ceil(plain.length / MAX_BANK_ADDED) },
      (_, at) => () => addToBank(plain.slice(at * MAX_BANK_ADDED, (at + 1) * MAX_BANK_ADDED), false),
    );
    for (const add of [...parts, ...shown]) {
      const outcome = await add();
      if (!outcome.ok) {
        if (!leaveIfSignedOut(outcome.error)) setProblem(failureText(outcome.error));
        return found.reload();
      }
    }
    setSaid(speaker.say(words.imported, { n: questions.length }));
    found.reload();
  }

  const { search, list } = found;
  const isAll = queryOf({ ...search, from: 0 }) === "";
  const isEmpty = isAll && list?.total === 0;
  const make = (
    <div class="flex flex-wrap items-center gap-2">
      <Button onClick={() => setImporting(true)}>{words.import}</Button>
      <NewQuestion />
    </div>
  );
  return (
    <PageFrame
      title={words.title}
      lead={isAll && list !== null && !isEmpty ? speaker.say(words.lead, { n: list.total }) : undefined}
      actions={!isEmpty && make}
    >
      {(problem ?? found.problem) && <AlertBox tone="problem" role="alert" title={problem ?? found.problem ?? ""} />}
      <p role="status" class={said === "" ? "sr-only" : "text-sm text-ink-soft"}>{said}</p>
      {isEmpty
        ? <EmptyState title={words.none} lead={words.noneLead}>{make}</EmptyState>
        : (
          <div class="flex flex-col gap-5">
            <BankFilters found={found} />
            <BankLines found={found} isAll={isAll} />
            <BankPager found={found} />
          </div>
        )}
      {isImporting && (
        <ImportDialog
          takenIds={[]}
          hasPictures
          onTake={(taken, pages) => put(taken, pages).then(() => null)}
          onClose={() => setImporting(false)}
        />
      )}
    </PageFrame>
  );
}

/** A new question of any type. */
function NewQuestion() {
  const words = useWords("bank");
  const { types } = useWords("editorItems");
  return (
    <Menu
      id="new-bank-question"
      isWide
      button={
        <>
          <Sign name="plus" />
          {words.newQuestion}
        </>
      }
      buttonClass="inline-flex min-h-10 items-center gap-1.5 rounded-field bg-accent px-4 text-sm font-medium text-accent-ink hover:opacity-90"
    >
      {QUESTION_TYPES.map((type) => (
        <a key={type} href={`/bank/new?type=${type}`} class={`${ENTRY_CLASS} flex-col !items-start !gap-0`}>
          {types[type].name}
          <span class="text-dense text-ink-soft">{types[type].meaning}</span>
        </a>
      ))}
    </Menu>
  );
}

function BankLines({ found: { list, isBusy, narrow }, isAll }: { found: BankFound; isAll: boolean }) {
  const words = useWords("bank");
  const { speaker } = useSpeech();
  if (list === null) return <p class="text-sm text-ink-soft">{words.loading}</p>;
  return (
    <>
      <p role="status" class={isAll ? "sr-only" : "text-sm text-ink-soft"}>
        {list.total === 0 ? words.noneFound : speaker.say(words.found, { n: list.total })}
      </p>
      {list.total === 0 && (
        <div>
          <Button onClick={() => narrow(ALL_OF_BANK)}>{words.clear}</Button>
        </div>
      )}
      {list.items.length > 0 && (
        <ul
          aria-label={words.list}
          aria-busy={isBusy}
          class="flex flex-col divide-y divide-line rounded-lg border border-line bg-raised"
        >
          {list.items.map((line) => (
            <li key={line.item_id} class="relative flex flex-col gap-1 px-4 py-3 hover:bg-sunken/50">
              <a
                href={`/bank/${line.item_id}`}
                class="rounded-field text-sm font-medium after:absolute after:inset-0"
              >
                <bdi class="line-clamp-2 wrap-anywhere">{plainLine(line.text)}</bdi>
              </a>
              <BankFacts line={line} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** For a component: the search stands in the address, so that it is there again after a question was looked at. */
function useSearchInAddress({ search, narrow }: BankFound): void {
  const isRead = useRef(false);
  useEffect(() => {
    if (isRead.current) {
      const query = queryOf(search);
      history.replaceState(null, "", query === "" ? location.pathname : `?${query}`);
      return;
    }
    isRead.current = true;
    const query = new URLSearchParams(location.search);
    if (query.size === 0) return;
    const whose = query.get("whose");
    narrow({
      search: query.get("search") ?? "",
      tag: query.get("tag") ?? "",
      type: query.get("type") ?? "",
      whose: whose === "mine" || whose === "shared" ? whose : "",
      from: Math.max(0, Math.trunc(Number(query.get("from")) || 0)),
    });
  }, [search]);
}
