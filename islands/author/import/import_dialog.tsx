import { useEffect, useRef, useState } from "preact/hooks";
import type { Question } from "../../../protocol/items/registry.ts";
import { MAX_DRAWN_PAGES, MAX_IMPORT_BYTES, MAX_QUESTIONS } from "../../../protocol/limits.ts";
import { type ImportAnswer, type ImportedPicture, ImportFormat } from "../../../protocol/transfer.ts";
import { AlertBox } from "../../components/alert_box.tsx";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useFailureText } from "../../staff/call_failure.ts";
import { leaveIfSignedOut } from "../../staff/staff_api.ts";
import { withFreeIds } from "./free_ids.ts";
import { readImport } from "./import_call.ts";
import { ImportList } from "./import_list.tsx";
import { ImportNotes } from "./import_notes.tsx";
import { ImportSource } from "./import_source.tsx";
import { PageList } from "./pages/page_list.tsx";
import { pageQuestion } from "./pages/page_question.ts";
import type { BroughtParts } from "./with_brought.ts";
import { type DrawnPage, useDrawnPages } from "./pages/use_drawn_pages.ts";

interface ImportDialogProps {
  /** Ids that the exam has: questions that are taken get others. */
  takenIds: readonly string[];
  /** Whether what is taken can show pictures. */
  hasPictures: boolean;
  /** Whether sections, pools and pictures of a file can come along with its questions. */
  isWhole?: boolean;
  /**
   * Called with at least one question, with the pages that questions are to show, by the questions' ids, and with what comes along
   * from the file. Says what went wrong, or null: then the dialog is done.
   */
  onTake: (
    questions: Question[],
    pages: ReadonlyMap<string, DrawnPage>,
    along: ComesAlong,
  ) => Promise<string | null>;
  onClose: () => void;
}

const NO_PAGES: readonly number[] = [];

/** What comes with the questions of a file. */
export interface ComesAlong extends BroughtParts {
  pictures: readonly ImportedPicture[];
}

/** A file or a text, and what is known of it. */
interface Source {
  name: string;
  content: Blob;
}

/**
 * Brings questions from a file: what was understood is shown to be chosen from, what was not by its place. Nothing is stored; what
 * is taken goes to whoever opened the dialog. Needs the words of `importing`.
 */
export function ImportDialog({ takenIds, hasPictures, isWhole = false, onTake, onClose }: ImportDialogProps) {
  const [source, setSource] = useState<Source | null>(null);
  const [format, setFormat] = useState<ImportFormat | null>(null);
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isStoring, setStoring] = useState(false);
  const [hasParts, setParts] = useState(true);
  const [pagesLeft, setPagesLeft] = useState<ReadonlySet<number>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  const { speaker } = useSpeech();
  const words = useWords("importing");
  const failureText = useFailureText();
  const room = MAX_QUESTIONS - takenIds.length;

  const unread = answer?.unread_pages ?? NO_PAGES;
  const pages = useDrawnPages(source, hasPictures ? unread : NO_PAGES);

  // Whoever cannot see that the dialog has changed is led to what is new in it.
  useEffect(() => heading.current?.focus(), [answer, problem]);

  async function read(from: Source, as: ImportFormat | null) {
    if (isBusy) return;
    setSource(from);
    setFormat(as);
    setProblem(null);
    if (from.content.size > MAX_IMPORT_BYTES) {
      setAnswer(null);
      return setProblem(speaker.say(words.tooLarge, { file: from.name }));
    }
    setBusy(true);
    const outcome = await readImport(from.content, as, isWhole);
    setBusy(false);
    if (outcome.ok) {
      setAnswer(outcome.value);
      setPagesLeft(new Set());
      setChosen(new Set(outcome.value.questions.map(({ id }) => id)));
    } else if (!leaveIfSignedOut(outcome.error)) {
      setAnswer(null);
      setProblem(failureText(outcome.error));
    }
  }

  const understood = answer?.questions.filter(({ id }) => chosen.has(id)) ?? [];
  const shown = pages.drawn.filter(({ page }) => !pagesLeft.has(page)).toSorted((a, b) => a.page - b.page);
  const count = understood.length + shown.length;
  const { sections = [], pools = [] } = answer ?? {};
  const partNames = [...sections.map(({ title }) => title), ...pools.map(({ id }) => id)].slice(0, 20).join(", ");

  async function take() {
    const asked = shown.map((page) =>
      pageQuestion(page.page, speaker.say(words.pages.alternative, { n: page.page, file: page.file }))
    );
    const questions = withFreeIds([...understood, ...asked], takenIds);
    const shownBy = new Map(questions.slice(understood.length).map(({ id }, at) => [id, shown[at]]));
    setProblem(null);
    setBusy(true);
    const pictures = answer?.pictures ?? [];
    setStoring(shownBy.size + pictures.length > 0);
    const parts = hasParts ? { sections, pools } : { sections: [], pools: [] };
    const failed = await onTake(questions, shownBy, { ...parts, pictures });
    setProblem(failed);
    setBusy(false);
    setStoring(false);
  }

  return (
    <Dialog id="import" title={words.title} lead={answer === null ? words.lead : undefined} isWide onClose={onClose}>
      {problem !== null && (
        <AlertBox tone="problem" role="alert" title={problem}>{source !== null && <bdi>{source.name}</bdi>}</AlertBox>
      )}
      {source !== null && (answer !== null || problem !== null) && (
        <div class="flex flex-wrap items-end justify-between gap-3">
          <h3 ref={heading} tabIndex={-1} class="min-w-0 break-words text-sm font-semibold outline-none">
            {answer === null
              ? words.notRead
              : speaker.say(words.found, { n: answer.questions.length, file: source.name })}
          </h3>
          <Field id="import-format" label={words.format}>
            {(attributes) => (
              <select
                {...attributes}
                value={format ?? answer?.format ?? ""}
                disabled={isBusy}
                onChange={(event) => {
                  const named = ImportFormat.safeParse(event.currentTarget.value);
                  void read(source, named.success ? named.data : null);
                }}
              >
                {answer === null && <option value="">{words.recognise}</option>}
                {ImportFormat.options.map((each) => <option key={each} value={each}>{words.formats[each]}</option>)}
              </select>
            )}
          </Field>
        </div>
      )}
      {answer === null && (
        <ImportSource
          isBusy={isBusy}
          onFile={(file) => read({ name: file.name, content: file }, null)}
          onText={(text) =>
            read({ name: words.pasted, content: new Blob([text]) }, null)}
        />
      )}
      {answer !== null && answer.questions.length > 0 && (
        <ImportList questions={answer.questions} chosen={chosen} isMarkdown={hasPictures} onChange={setChosen} />
      )}
      {partNames !== "" && (
        <label class="flex items-start gap-2 text-sm">
          <input
            type="checkbox"
            checked={hasParts}
            onChange={(event) => setParts(event.currentTarget.checked)}
            class="mt-0.5 size-4 shrink-0"
          />
          <span class="min-w-0 break-words">{speaker.say(words.parts, { names: partNames })}</span>
        </label>
      )}
      {answer !== null && <ImportNotes notes={answer.notes} />}
      {hasPictures && unread.length > 0 && (
        <PageList
          pages={pages}
          beyond={unread.length - Math.min(unread.length, MAX_DRAWN_PAGES)}
          chosen={new Set(shown.map(({ page }) => page))}
          onChange={(some) =>
            setPagesLeft(
              new Set(
                pages.drawn.map(({ page }) =>
                  page
                ).filter((page) =>
                  !some.has(page)
                ),
              ),
            )}
        />
      )}
      {!hasPictures && unread.length > 0 && <AlertBox tone="warning" title={words.pages.plain} />}
      {count > room && (
        <AlertBox tone="warning" role="status" title={speaker.say(words.noRoom, { n: Math.max(0, room) })} />
      )}
      <div class="flex flex-wrap items-center justify-end gap-2">
        <p role="status" class="me-auto text-sm text-ink-soft">
          {isStoring ? words.pages.storing : isBusy && words.reading}
        </p>
        <Button onClick={onClose}>{words.cancel}</Button>
        {answer !== null && (
          <Button
            disabled={isBusy}
            onClick={() => {
              setAnswer(null);
              setSource(null);
            }}
          >
            {words.another}
          </Button>
        )}
        {answer !== null && (answer.questions.length > 0 || pages.drawn.length > 0) && (
          <Button
            look="primary"
            disabled={isBusy || count === 0 || count > room}
            onClick={() => void take()}
          >
            {shown.length === 0
              ? speaker.say(words.take, { n: count })
              : speaker.say(words.takePages, { n: count, pages: shown.length })}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
