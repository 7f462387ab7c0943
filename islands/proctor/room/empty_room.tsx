import { useState } from "preact/hooks";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { OwnComputerNote } from "../../staff/own_computer.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useExamPhase } from "../use_exam_phase.ts";
import type { RoomData } from "./room_data.ts";

/** A room before its first student: how they get in. */
export function EmptyRoom({ exam }: { exam: RoomData["exam"] }) {
  const [isCopied, setCopied] = useState(false);
  const words = useWords("room").empty;
  const { speaker } = useSpeech();
  const { phase, at } = useExamPhase()(exam);
  const path = exam.join === "open" ? `/join/${encodeURIComponent(exam.code)}` : "/join";
  const link = typeof location === "undefined" ? path : `${location.origin}${path}`;

  async function copy() {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // Without permission the address is there to be selected.
    }
  }

  return (
    <div class="mx-auto flex max-w-lg flex-col items-center gap-4 px-4 py-16 text-center">
      <h2 class="text-lg font-semibold">{words.title}</h2>
      {phase !== "open" ? <p class="text-ink-soft">{speaker.say(words[phase], { at })}</p> : exam.join === "open"
        ? (
          <>
            <p class="text-ink-soft">{words.withCode}</p>
            <p class="rounded-lg border border-line bg-raised px-8 py-3 text-3xl font-semibold tracking-widest">
              {exam.code}
            </p>
          </>
        )
        : <p class="text-ink-soft">{words.withToken}</p>}
      {(phase === "open" || phase === "upcoming") && (
        <>
          <div class="flex flex-wrap items-center justify-center gap-2">
            <code class="break-all rounded-field bg-sunken px-2 py-1 text-sm">{link}</code>
            <Button size="small" onClick={copy}>
              <Icon name={isCopied ? "check" : "copy"} class="size-3.5" />
              <span role="status">{isCopied ? words.copied : words.copy}</span>
            </Button>
          </div>
          <OwnComputerNote />
        </>
      )}
    </div>
  );
}

/** Over a list of students who are expected while nobody is here: how they get in, or why nobody can. */
export function NobodyYet({ exam }: { exam: RoomData["exam"] }) {
  const words = useWords("room").empty;
  const { speaker } = useSpeech();
  const { phase, at } = useExamPhase()(exam);
  return (
    <p class="border-b border-line px-3 py-2 text-dense text-ink-soft sm:px-4">
      {phase === "open" ? words.withToken : speaker.say(words[phase], { at })}
    </p>
  );
}
