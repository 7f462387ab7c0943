import type { Release, ShownResults } from "../../protocol/results.ts";
import { listText } from "../../words/lists.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { SHOWN_PARTS } from "./shown_parts.ts";

/** What is asked: students see results for the first time, see something else of them, or see none any more. */
export type ReleaseStep = "release" | "update" | "takeBack";

interface ReleaseDialogProps {
  step: ReleaseStep;
  release: Release;
  /** As it is chosen on the page, and not stored so far. */
  show: ShownResults;
  /** Attempts that are over, and how many of them are not marked in full. */
  over: number;
  incomplete: number;
  isBusy: boolean;
  problem: string | null;
  onClose: () => void;
  onDo: () => void;
}

/** Asks before results are shown or hidden: whom it meets, what they read, and what cannot be undone. */
export function ReleaseDialog({ step, release, show, over, incomplete, ...rest }: ReleaseDialogProps) {
  const { isBusy, problem, onClose, onDo } = rest;
  const words = useWords("results").release;
  const { speaker } = useSpeech();
  const { ask } = words;
  const shown = SHOWN_PARTS.filter((part) => show[part]).map((part) => words[part]);
  const parts = shown.length === 0 ? ask.nothing : speaker.say(ask.parts, { parts: listText(speaker.language, shown) });
  const facts = step === "takeBack" ? [ask.hidden, words.backHint] : [
    release.waits_for === "end"
      ? speaker.say(ask.later, { n: over, under: release.under_way })
      : speaker.say(ask.now, { n: over }),
    parts,
    ...(incomplete > 0 ? [speaker.say(words.incomplete, { n: incomplete })] : []),
    ...((show.key || show.feedback) && release.key_waits ? [words.keyWaits] : []),
    ask.back,
  ];

  return (
    <Dialog id="ask-release" title={ask[step].title} onClose={onClose}>
      <ul class="flex list-disc flex-col gap-2 ps-5 text-sm">
        {facts.map((fact) => <li key={fact}>{fact}</li>)}
      </ul>
      {problem !== null && <AlertBox tone="problem" role="alert" title={problem} />}
      <div class="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{ask.cancel}</Button>
        <Button look="primary" busy={isBusy} onClick={onDo}>{ask[step].submit}</Button>
      </div>
    </Dialog>
  );
}
