import { useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { bringLaterParts, later, useLaterParts } from "../components/later.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import type { CallFailure } from "../staff/staff_api.ts";
import { Basics } from "./basics.tsx";
import { browserWorld } from "./browser_world.ts";
import { ConflictBox } from "./conflict_box.tsx";
import type { EditData } from "./edit_data.ts";
import { Editor } from "./editor.ts";
import { EditorBar } from "./editor_bar.tsx";
import type { DialogName } from "./editor_dialogs.tsx";
import { doToExam, type ExamDeed } from "./exam_calls.ts";
import { JumpList } from "./jump_list.tsx";
import { focusPlace } from "./place_id.ts";
import { QuestionList } from "./question_list.tsx";
import { SignedOutBox } from "./signed_out_box.tsx";
import { RichTexts } from "./texts/rich_texts.ts";

const SettingsView = later(async () => (await import("./later_parts.ts")).SettingsView);
const EditorDialogs = later(async () => (await import("./later_parts.ts")).EditorDialogs);
const PreviewPanel = later(async () => (await import("./later_parts.ts")).PreviewPanel);

/** From this width on the preview stands beside what is written; below, it is a dialog. */
const BESIDE = "(min-width: 80rem)";

/** The page that an exam is written on. */
export function EditPage({ exam }: EditData) {
  const editor = useMemo(() => new Editor(browserWorld(exam.exam_id), exam), []);
  const words = useWords("editor");
  const { speaker } = useSpeech();
  const failureText = useFailureText();
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isNobodyListed, setNobodyListed] = useState(false);
  const [preview, setPreview] = useState<"beside" | "dialog" | null>(null);
  useEditorLife(editor);
  useLaterParts();
  const isMarkdown = editor.exam.value.text_format === "markdown";
  const support = useMemo(
    () =>
      isMarkdown
        ? { media: `/api/exams/${exam.exam_id}/media`, pictures: `/media/${exam.exam_id}`, texts: editor.texts }
        : null,
    [isMarkdown],
  );
  useEffect(() => {
    // From the results, where right answers wait for it.
    if (location.hash === "#close" && editor.state.value === "published") setDialog("close");
  }, []);

  const fail = (error: CallFailure) => {
    if (error.status === 401) editor.signedOut();
    else setProblem(failureText(error));
  };

  async function act(deed: ExamDeed): Promise<boolean> {
    setProblem(null);
    setNobodyListed(false);
    const outcome = await doToExam(exam.exam_id, deed);
    if (!outcome.ok) {
      if (deed === "publish" && outcome.error.path === "roster") setNobodyListed(true);
      else fail(outcome.error);
      setDialog(null);
      return false;
    }
    if (deed === "duplicate") location.assign(`/exams/${outcome.value.exam_id}/edit`);
    else if (deed === "archive") location.assign("/exams");
    else await editor.refresh();
    return true;
  }

  /** Sits the exam as a student would, as it is saved. */
  async function tryIt() {
    setProblem(null);
    await editor.flush();
    const { startTrial } = await import("./later_parts.ts");
    const failed = await startTrial(exam.exam_id, editor.saved.value.document.code);
    if (failed === "no_storage") setProblem(words.menu.noStorage);
    else if (failed !== null) fail(failed);
  }

  function togglePreview() {
    if (preview !== null) setPreview(null);
    else setPreview(matchMedia(BESIDE).matches ? "beside" : "dialog");
  }

  const removed = editor.removed.value;
  const isHeldUp = editor.save.value.kind === "conflict" || editor.save.value.kind === "signed_out";
  return (
    <RichTexts.Provider value={support}>
      <div class="flex flex-1 flex-col">
        <EditorBar
          editor={editor}
          examId={exam.exam_id}
          isPreviewOpen={preview !== null}
          onPreview={togglePreview}
          onDialog={setDialog}
          onTry={() => void tryIt()}
          onDuplicate={() => void act("duplicate")}
        />
        <p role="status" class="sr-only">{editor.said.value}</p>
        <div
          class={`mx-auto grid w-full max-w-[96rem] flex-1 gap-x-8 px-4 py-8 sm:px-6 ${
            preview === "beside"
              ? "xl:grid-cols-[minmax(0,1fr)_minmax(0,30rem)]"
              : "lg:grid-cols-[13rem_minmax(0,1fr)] xl:grid-cols-[13rem_minmax(0,1fr)_13rem]"
          }`}
        >
          {preview !== "beside" && (
            <div class="hidden lg:block">
              <div class="sticky top-[calc(var(--top-height)+1.5rem)]">
                {editor.view.value === "questions" && <JumpList editor={editor} />}
              </div>
            </div>
          )}
          <div class="mx-auto flex w-full max-w-[46rem] min-w-0 flex-col gap-10">
            {(problem || isNobodyListed || isHeldUp || editor.isRestored.value) && (
              <div class="flex flex-col gap-3">
                {problem && <AlertBox tone="problem" role="alert" title={problem} />}
                {isNobodyListed && (
                  <AlertBox tone="problem" role="alert" title={words.publishing.noRoster}>
                    <a
                      href={`/exams/${exam.exam_id}/people`}
                      class="font-medium text-accent underline underline-offset-4"
                    >
                      {words.publishing.toRoster}
                    </a>
                  </AlertBox>
                )}
                {editor.save.value.kind === "signed_out" && <SignedOutBox />}
                {editor.save.value.kind === "conflict"
                  ? <ConflictBox editor={editor} onFailure={fail} />
                  : editor.isRestored.value && <AlertBox role="status">{words.save.restored}</AlertBox>}
              </div>
            )}
            {editor.view.value === "questions"
              ? (
                <>
                  <Basics editor={editor} />
                  <QuestionList editor={editor} />
                </>
              )
              : (
                <>
                  <h1 class="sr-only">{editor.exam.value.title || words.untitled}</h1>
                  <SettingsView editor={editor} />
                </>
              )}
          </div>
          {preview === "beside" && (
            <div class="hidden xl:block">
              <PreviewPanel editor={editor} isBeside onClose={() => setPreview(null)} />
            </div>
          )}
        </div>
        {removed !== null && (
          <div class="fixed inset-x-0 bottom-4 z-30 mx-auto flex w-fit max-w-[calc(100vw-2rem)] items-center gap-4 rounded-lg border border-line bg-raised px-4 py-2 text-sm shadow-raised">
            {speaker.say(words.questions.removedShort, { number: removed })}
            <Button look="quiet" size="small" class="text-accent" onClick={() => editor.undo()}>{words.undo}</Button>
          </div>
        )}
        {preview === "dialog" && <PreviewPanel editor={editor} isBeside={false} onClose={() => setPreview(null)} />}
        {dialog !== null && (
          <EditorDialogs
            editor={editor}
            examId={exam.exam_id}
            name={dialog}
            onClose={() => setDialog(null)}
            onDo={act}
            onApplied={() => editor.said.value = words.applying.done}
          />
        )}
      </div>
    </RichTexts.Provider>
  );
}

/** What goes on around an editor: what was kept comes back, the focus goes where it is asked, the network comes and goes. */
function useEditorLife(editor: Editor): void {
  const { speaker } = useSpeech();
  const words = useWords("editor");
  const title = editor.exam.value.title.trim() || words.untitled;
  const focus = editor.focus.value;

  useEffect(() => {
    document.title = speaker.say(words.tab, { exam: title });
  }, [title]);

  useEffect(() => {
    editor.restore();
    if (location.hash === "#settings") editor.view.value = "settings";
    const isEmpty = editor.exam.value.questions.length === 0;
    if (isEmpty && document.activeElement === document.body) document.getElementById("at-exam-title")?.focus();
    const keep = () => editor.keepNow();
    const online = () => void editor.online();
    const back = () => document.visibilityState === "visible" && void editor.signedIn();
    addEventListener("focus", back);
    document.addEventListener("visibilitychange", back);
    addEventListener("pagehide", keep);
    addEventListener("online", online);
    return () => {
      removeEventListener("focus", back);
      document.removeEventListener("visibilitychange", back);
      removeEventListener("pagehide", keep);
      removeEventListener("online", online);
    };
  }, []);

  useLayoutEffect(() => {
    if (focus === null) return;
    editor.focus.value = null;
    // All that is drawn anew in this turn stands then, and no key has arrived yet. A part that is yet to come has it once it is there.
    queueMicrotask(() => {
      if (!focusPlace(focus)) void bringLaterParts().then(() => setTimeout(() => focusPlace(focus)));
    });
  }, [focus]);
}
