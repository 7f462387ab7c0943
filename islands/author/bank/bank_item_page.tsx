import { useState } from "preact/hooks";
import { z } from "zod";
import type { BankItemAnswer } from "../../../protocol/bank.ts";
import { momentText } from "../../../words/times.ts";
import { AlertBox } from "../../components/alert_box.tsx";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { PageFrame } from "../../components/page_frame.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { Viewer } from "../../staff/viewer.ts";
import { focusPlace } from "../place_id.ts";
import { RichTexts } from "../texts/rich_texts.ts";
import { BankHistory, UsedIn } from "./bank_beside.tsx";
import { addToBank, readBankItem, removeBankItem } from "./bank_calls.ts";
import { BankForm, firstWrong } from "./bank_form.tsx";
import { useBankTexts } from "./bank_texts.ts";
import { ShareSwitch } from "./share_switch.tsx";
import { StudentQuestion } from "./student_question.tsx";
import { useBankItem } from "./use_bank_item.ts";

/** What the page of a question starts from. */
export const BankItemData = z.strictObject({ viewer: Viewer, itemId: z.string().nullable() });
export type BankItemData = z.infer<typeof BankItemData>;

type Asked = "preview" | "remove" | { earlier: BankItemAnswer };

/** One question of the bank: written, shared, looked at as it was, and taken out. */
export function BankItemPage({ itemId }: BankItemData) {
  const written = useBankItem(itemId);
  const texts = useBankTexts(itemId);
  const { item, question, isChanged, isBusy } = written;
  const words = useWords("bank");
  const { speaker } = useSpeech();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isTried, setTried] = useState(false);
  const [said, setSaid] = useState("");
  const isReadOnly = item !== null && !item.mine;
  const wrong = question === null ? null : firstWrong(question);

  async function save(over = false) {
    setTried(true);
    setSaid("");
    if (wrong !== null) {
      setSaid(words.incomplete);
      queueMicrotask(() => focusPlace(wrong));
    } else if (await written.save(over)) setSaid(words.saved);
  }
  async function copy() {
    if (item === null) return;
    const outcome = await addToBank([item.question], false, item.item_id);
    if (outcome.ok) written.leave(`/bank/${outcome.value.item_ids[0]}`);
    else written.fail(outcome.error);
  }
  async function remove() {
    if (item === null) return;
    const outcome = await removeBankItem(item.item_id);
    setAsked(null);
    if (!outcome.ok) return written.fail(outcome.error);
    written.leave("/bank");
  }
  async function read(revision: number) {
    if (item === null) return;
    const outcome = await readBankItem(item.item_id, revision);
    if (outcome.ok) setAsked({ earlier: outcome.value });
    else written.fail(outcome.error);
  }

  const state = isChanged && (said === words.saved || said === "") ? words.unsaved : said;
  const head = itemId === null ? words.newTitle : words.itemTitle;
  return (
    <PageFrame
      title={head}
      lead={<a href="/bank" class="text-accent underline underline-offset-4">{words.back}</a>}
      actions={question !== null && (
        <div class="flex flex-wrap items-center gap-2">
          <span role="status" class={state === "" ? "sr-only" : "text-dense text-ink-soft"}>{state}</span>
          <Button onClick={() => setAsked("preview")}>{words.preview}</Button>
          {isReadOnly ? <Button look="primary" onClick={() => void copy()}>{words.copy}</Button> : (
            <Button
              look="primary"
              busy={isBusy}
              disabled={item !== null && !isChanged}
              onClick={() => void save()}
            >
              {item === null ? words.put : words.save}
            </Button>
          )}
        </div>
      )}
    >
      {written.problem && <AlertBox tone="problem" role="alert" title={written.problem} />}
      {written.isConflict && (
        <AlertBox tone="warning" role="alert" title={words.conflict}>
          <p>{words.conflictLead}</p>
          <div class="mt-3 flex flex-wrap gap-2">
            <Button onClick={() => void written.reload()}>{words.takeTheirs}</Button>
            <Button busy={isBusy} onClick={() => void save(true)}>{words.keepMine}</Button>
          </div>
        </AlertBox>
      )}
      {isReadOnly && <AlertBox>{speaker.say(words.isNotYours, { owner: item.owner })}</AlertBox>}
      {question === null
        ? written.problem === null && <p role="status" class="text-sm text-ink-soft">{words.loading}</p>
        : (
          <div class="grid gap-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
            <RichTexts.Provider value={isReadOnly ? null : texts}>
              <BankForm question={question} isTried={isTried} isReadOnly={isReadOnly} onChange={written.write} />
            </RichTexts.Provider>
            <div class="flex flex-col gap-8">
              {!isReadOnly && <ShareSwitch isShared={written.isShared} onShare={written.share} />}
              {item !== null && <UsedIn item={item} />}
              {item !== null && <BankHistory item={item} onRead={(revision) => void read(revision)} />}
              {item?.mine && (
                <div>
                  <Button look="quiet" class="-ms-4" onClick={() => setAsked("remove")}>
                    {words.remove}
                  </Button>
                </div>
              )}
            </div>
          </div>
        )}
      {asked === "preview" && question !== null && (
        <Dialog
          id="bank-preview"
          title={words.preview}
          isWide
          onClose={() => setAsked(null)}
        >
          <RichTexts.Provider value={texts}>
            <StudentQuestion question={question} />
          </RichTexts.Provider>
          <Closing onClose={() => setAsked(null)} />
        </Dialog>
      )}
      {asked === "remove" && (
        <Dialog
          id="bank-remove"
          title={words.removing.title}
          lead={words.removing.lead}
          onClose={() => setAsked(null)}
        >
          <div class="flex justify-end gap-2">
            <Button onClick={() => setAsked(null)}>{words.removing.cancel}</Button>
            <Button look="danger" onClick={() => void remove()}>{words.removing.submit}</Button>
          </div>
        </Dialog>
      )}
      {asked !== null && typeof asked === "object" && (
        <Dialog
          id="bank-earlier"
          title={speaker.say(words.reading, {
            revision: speaker.number(asked.earlier.revision),
            at: momentText(speaker, madeAt(asked.earlier)),
          })}
          isWide
          onClose={() => setAsked(null)}
        >
          <BankForm
            question={{ ...asked.earlier.question, id: "earlier" }}
            isTried={false}
            isReadOnly
            onChange={() => {}}
          />
          <div class="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setAsked(null)}>{words.close}</Button>
            {!isReadOnly && (
              <Button
                look="primary"
                onClick={() => {
                  const { question: earlier, revision } = asked.earlier;
                  written.write(earlier);
                  setAsked(null);
                  setSaid(speaker.say(words.brought, { revision: speaker.number(revision) }));
                }}
              >
                {words.bringBack}
              </Button>
            )}
          </div>
        </Dialog>
      )}
    </PageFrame>
  );
}

function Closing({ onClose }: { onClose: () => void }) {
  const words = useWords("bank");
  return (
    <div class="flex justify-end">
      <Button onClick={onClose}>{words.close}</Button>
    </div>
  );
}

/** When the version was made that was read, ms since 1970. */
function madeAt({ revision, history }: BankItemAnswer): number {
  return history.find((one) => one.revision === revision)?.at ?? 0;
}
