import { useState } from "preact/hooks";
import { z } from "zod";
import type { AttemptDetail } from "../../protocol/attempt_detail.ts";
import { MAX_NOTE_CHARACTERS } from "../../protocol/limits.ts";
import { type AttemptReview, Verdict } from "../../protocol/review.ts";
import { VerdictWord } from "../../protocol/verdict_word.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { CheckList } from "../components/check_list.tsx";
import { Field } from "../components/field.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { clockText } from "../components/time_text.ts";
import { useContributionText } from "../proctor/contribution_text.ts";
import { useFailureText, withoutPath } from "../staff/call_failure.ts";
import { callStaff } from "../staff/staff_api.ts";
import { offeredReasons } from "./verdict_reasons.ts";

interface VerdictFormProps {
  /** Of the attempt's endpoint. */
  path: string;
  detail: AttemptDetail;
  review: AttemptReview;
  viewer: string;
  /** Told after each try: the state may be another one by now. */
  onGiven: () => void;
}

/** A reviewer's word: the verdict, what it rests on, and a note. */
export function VerdictForm({ path, detail, review, viewer, onGiven }: VerdictFormProps) {
  const words = useWords("review").verdict;
  const verdicts = useWords("verdicts");
  const { conflict } = useWords("review");
  const { speaker } = useSpeech();
  const failureText = useFailureText();
  const contributionText = useContributionText();
  const [verdict, setVerdict] = useState<VerdictWord | null>(null);
  const [reasons, setReasons] = useState<string[]>([]);
  const [note, setNote] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ tone: "good" | "problem"; text: string; more?: string } | null>(null);
  const [wrong, setWrong] = useState<{ field: "reasons" | "note"; text: string } | null>(null);
  const last = review.verdicts.at(-1);
  const offered = offeredReasons(detail, [...review.verdicts.flatMap((one) => one.reasons), ...reasons]);
  // Nothing can be taken back before something was said.
  const offeredWords = VerdictWord.options.filter((option) => option !== "not_reviewed" || last !== undefined);
  const named = (name: string) => ({ value: name, label: contributionText(name).name });

  async function give() {
    if (verdict === null) return;
    setBusy(true);
    setWrong(null);
    setSaid(null);
    const outcome = await callStaff({
      method: "PUT",
      path: `${path}/verdict`,
      body: { verdict, reasons, note, seen: review.verdicts.length },
      answer: z.array(Verdict),
    });
    setBusy(false);
    if (outcome.ok) {
      setSaid({ tone: "good", text: words.given });
      setVerdict(null);
      setReasons([]);
      setNote("");
    } else if (outcome.error.path.startsWith("reasons") || outcome.error.path === "note") {
      const field = outcome.error.path === "note" ? "note" : "reasons";
      setWrong({ field, text: withoutPath(failureText(outcome.error), outcome.error) });
      focusOn(field);
    } else {
      const more = outcome.error.status === 409 ? conflict : undefined;
      setSaid({ tone: "problem", text: failureText(outcome.error), more });
    }
    onGiven();
  }

  function confirm() {
    setVerdict("violation");
    setReasons([...last?.reasons ?? []]);
    document.getElementById("verdict-note")?.focus();
  }

  if (review.state === "under_way") return <p class="text-sm text-ink-soft">{words.notOver}</p>;
  return (
    <form
      class="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <p class="text-sm font-medium">
        {review.verdict === null
          ? words.nothingCounts
          : speaker.say(words.counts, { verdict: verdicts[review.verdict] })}
      </p>
      {review.proposed_by !== null && (
        <AlertBox tone="warning">
          <p>
            {review.proposed_by === viewer ? words.yours : speaker.say(words.proposedBy, { by: review.proposed_by })}
          </p>
          {review.proposed_by !== viewer && (
            <Button size="small" class="mt-2" onClick={confirm}>{words.confirm}</Button>
          )}
        </AlertBox>
      )}
      <fieldset class="flex flex-col gap-1.5">
        <legend class="mb-1 text-sm font-medium">{words.legend}</legend>
        {offeredWords.map((option) => (
          <label key={option} class="flex items-start gap-2 text-sm">
            <input
              type="radio"
              name="verdict"
              value={option}
              checked={verdict === option}
              onChange={() => setVerdict(option)}
              class="mt-0.5 size-4 shrink-0"
            />
            <span>
              <span class="font-medium">{verdicts[option]}</span>
              <span class="text-ink-soft">: {words.meanings[option]}</span>
            </span>
          </label>
        ))}
        {review.second_person && <p class="mt-1 text-xs text-ink-soft">{words.twoAreNeeded}</p>}
      </fieldset>
      <CheckList
        id="verdict-reasons"
        legend={words.reasons}
        hint={speaker.say(words.reasonsHint, { suspicious: verdicts.suspicious, violation: verdicts.violation })}
        error={wrong?.field === "reasons" ? wrong.text : null}
        options={[
          ...offered.flags.map(({ flag_id, t, note: text }) => ({
            value: flag_id,
            label: speaker.say(words.flagAt, { time: clockText(t), note: text || words.flagged }),
          })),
          ...offered.shown.map(named),
        ]}
        chosen={reasons}
        onChange={setReasons}
      />
      <details class="text-sm">
        <summary class="cursor-pointer font-medium text-accent">{words.more}</summary>
        <div class="mt-2">
          <CheckList legend={words.more} options={offered.others.map(named)} chosen={reasons} onChange={setReasons} />
        </div>
      </details>
      <Field
        id="verdict-note"
        label={words.note}
        hint={words.noteHint}
        error={wrong?.field === "note" ? wrong.text : null}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            rows={4}
            dir="auto"
            maxLength={MAX_NOTE_CHARACTERS}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="flex flex-col items-start gap-3">
        <Button type="submit" look="primary" busy={isBusy} disabled={verdict === null}>{words.give}</Button>
        {said !== null && (
          <AlertBox tone={said.tone} role={said.tone === "good" ? "status" : "alert"} title={said.text}>
            {said.more}
          </AlertBox>
        )}
      </div>
    </form>
  );
}

/** Where a wrong field is to be mended. */
function focusOn(field: "reasons" | "note"): void {
  const inputs = field === "note" ? "#verdict-note" : "#verdict-reasons input";
  (document.querySelector<HTMLElement>(inputs) ?? document.getElementById("verdict-note"))?.focus();
}
