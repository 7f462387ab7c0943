import { useEffect, useState } from "preact/hooks";
import { markAnswer } from "../../protocol/items/registry.ts";
import { momentWithZone } from "../../words/times.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { ButtonLink } from "../components/button_link.tsx";
import { Dialog } from "../components/dialog.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { RevisedExam } from "./authored_exam.ts";
import type { Editor, Place } from "./editor.ts";
import { JoinAddress } from "./join_address.tsx";
import { PublishNotes } from "./publish_notes.tsx";
import { useOpenProblems } from "./save_status.tsx";

interface PublishDialogProps {
  editor: Editor;
  examId: string;
  onClose: () => void;
  onPublish: () => Promise<boolean>;
}

/** What is missing before an exam can be published, each leading to its field; else what it will be; then its address. */
export function PublishDialog({ editor, examId, onClose, onPublish }: PublishDialogProps) {
  const words = useWords("editor").publishing;
  const { speaker } = useSpeech();
  const [isSaving, setSaving] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);
  const [check, setCheck] = useState<RevisedExam | null>(null);
  const open = useOpenProblems(editor);
  useEffect(() => {
    void (async () => {
      await editor.flush();
      setSaving(false);
      setCheck(await editor.preview());
    })();
  }, []);

  const exam = editor.checked.value.valid;
  const missing: { place: Place | null; text: string }[] = [...open];
  if (exam.questions.length === 0 && open.length === 0) {
    missing.unshift({ place: { question: null, path: ["questions"] }, text: words.noQuestions });
  }
  for (const { path, problem } of check?.missing ?? []) {
    if (problem === "roster_needed") missing.push({ place: null, text: words.noRoster });
    const [, index] = path.split(".");
    const pool = exam.pools?.[Number(index)];
    if (problem !== "pool_too_small" || pool === undefined) continue;
    const n = exam.questions.filter((question) => question.pool === pool.id).length;
    const text = speaker.say(words.smallPool, { n, pool: pool.id, take: pool.take });
    missing.push({ place: { question: null, path: path.split(".") }, text });
  }

  async function publish() {
    setBusy(true);
    if (await editor.flush() && await onPublish()) setDone(true);
    setBusy(false);
  }

  if (isDone) {
    const { code, join } = editor.saved.value.document;
    const isOpen = join === "open";
    const lead = isOpen ? speaker.say(words.doneLead, { code }) : words.doneRoster;
    return (
      <Dialog id="published" title={words.done} lead={lead} onClose={onClose}>
        {isOpen && <JoinAddress code={code} />}
        <div class="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.stay}</Button>
          {isOpen && <ButtonLink href={`/exams/${examId}/people`}>{words.bring}</ButtonLink>}
          {isOpen
            ? <ButtonLink look="primary" href={`/exams/${examId}/room`}>{words.room}</ButtonLink>
            : <ButtonLink look="primary" href={`/exams/${examId}/people`} isFocusHome>{words.people}</ButtonLink>}
        </div>
      </Dialog>
    );
  }
  if (missing.length > 0) {
    return (
      <Dialog id="missing" title={words.missing} onClose={onClose}>
        <ul class="flex max-h-80 flex-col overflow-y-auto">
          {missing.map(({ place, text }) => (
            <li key={text} class="border-t border-line first:border-t-0">
              {place === null
                ? (
                  <p class="py-2.5 text-sm">
                    {text}{" "}
                    <a href={`/exams/${examId}/people`} class="text-accent underline underline-offset-4">
                      {words.toRoster}
                    </a>
                  </p>
                )
                : (
                  <button
                    type="button"
                    onClick={() => {
                      onClose();
                      // The dialog gives the focus back first.
                      setTimeout(() => editor.go(place));
                    }}
                    class="w-full rounded-field py-2.5 text-start text-sm text-accent underline underline-offset-4"
                  >
                    {speaker.capital(text)}
                  </button>
                )}
            </li>
          ))}
        </ul>
        <div class="flex justify-end">
          <Button onClick={onClose}>{words.stay}</Button>
        </div>
      </Dialog>
    );
  }
  const byHand = exam.questions.filter((question) => markAnswer(question, undefined) === null).length;
  const isUnsaved = !isSaving && !isBusy && editor.save.value.kind !== "saved";
  return (
    <Dialog id="publish" title={words.title} lead={words.lead} onClose={onClose}>
      <Facts editor={editor} />
      {byHand > 0 && <p class="text-sm text-ink-soft">{speaker.say(words.byHand, { n: byHand })}</p>}
      <PublishNotes editor={editor} warnings={check?.warnings ?? []} onLeave={onClose} />
      {isUnsaved && <AlertBox tone="warning" role="status">{words.notSaved}</AlertBox>}
      <div class="flex justify-end gap-2">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button look="primary" busy={isBusy || isSaving} onClick={publish}>{words.submit}</Button>
      </div>
    </Dialog>
  );
}

/** What students will meet, in a few lines. */
function Facts({ editor }: { editor: Editor }) {
  const words = useWords("editor").publishing.facts;
  const { summary } = useWords("editor").questions;
  const { atHundreds } = useWords("editorSettings").watching;
  const { speaker } = useSpeech();
  const { questions, duration_minutes, opens_at, closes_at, time_zone, join, code, policy } =
    editor.checked.value.valid;
  const points = questions.reduce((sum, question) => sum + question.points, 0);
  const moment = (instant: string) => momentWithZone(speaker, Date.parse(instant), time_zone);
  const facts: readonly [string, string][] = [
    [words.questions, speaker.say(summary, { count: questions.length, points })],
    [words.time, speaker.count(duration_minutes, "fullMinutes")],
    [words.opens, opens_at ? moment(opens_at) : words.atOnce],
    [words.closes, closes_at ? moment(closes_at) : words.never],
    [words.join, join === "open" ? speaker.say(words.open, { code }) : words.roster],
    [words.atHundred, atHundreds[policy.at_hundred].name],
  ];
  return (
    <dl class="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5 rounded-field bg-sunken px-4 py-3 text-sm">
      {facts.map(([name, value]) => [
        <dt key={name} class="text-ink-soft">{name}</dt>,
        <dd key={`${name}-value`}>{value}</dd>,
      ])}
    </dl>
  );
}
