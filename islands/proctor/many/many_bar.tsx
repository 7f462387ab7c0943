import { useRef, useState } from "preact/hooks";
import type { RoomStudent } from "../../../protocol/proctor_messages.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useHeightVariable } from "../../components/use_height_variable.ts";
import { ActionDialog } from "../drawer/action_dialog.tsx";
import { ACTION_ICONS } from "../drawer/actions.ts";
import type { RoomData } from "../room/room_data.ts";
import type { RoomSession } from "../room/room_session.ts";
import type { RoomView } from "../room/room_view.ts";
import { DeedLine } from "./deed_line.tsx";
import type { Deeds } from "./deeds.ts";
import { MANY_CHOICES, type ManyChoice, targetsOf } from "./many_actions.ts";

interface ManyBarProps {
  exam: RoomData["exam"];
  session: RoomSession;
  view: RoomView;
  deeds: Deeds;
}

/** At the foot of the window, where it moves no row: what was done to several, and what can be done to those chosen. */
export function ManyBar({ exam, session, view, deeds }: ManyBarProps) {
  const foot = useHeightVariable("--foot-height");
  const isNarrowed = view.opened.value !== null;
  return (
    <div ref={foot} class={`fixed inset-x-0 bottom-0 z-10 shadow-raised ${isNarrowed ? "xl:end-[33rem]" : ""}`}>
      <AwayLine session={session} />
      <DeedLine session={session} deeds={deeds} />
      {view.selection.chosen.value.size > 0 && <Chosen {...{ exam, session, view, deeds }} />}
    </div>
  );
}

/** While the server is away: what is shown may be old, and nothing can be done. */
function AwayLine({ session }: Pick<ManyBarProps, "session">) {
  const words = useWords("room");
  const isAway = session.connection.value.state === "reconnecting";
  return (
    <div role="status">
      {isAway && (
        <p class="border-t border-line bg-medium-soft px-3 py-1.5 text-dense font-medium text-ink sm:px-4">
          {words.away}
        </p>
      )}
    </div>
  );
}

function Chosen({ exam, session, view, deeds }: ManyBarProps) {
  const [asking, setAsking] = useState<{ choice: ManyChoice; students: RoomStudent[] } | null>(null);
  const drafts = useRef(new Map<ManyChoice, string>());
  // Counted anew with each frame, and with whoever is chosen.
  session.store.revision.value;
  view.selection.chosen.value;
  const chosen = view.chosen();
  const shown = new Set(view.order.value);
  const notShown = chosen.filter(({ attempt_id }) => !shown.has(attempt_id)).length;
  const { speaker } = useSpeech();
  const words = useWords("many");
  const actions = useWords("actions");
  const offered = MANY_CHOICES.map((choice) => ({ choice, students: targetsOf(chosen, choice, exam.join) }))
    .filter(({ students }) => students.length > 0);
  return (
    <div
      role="group"
      aria-label={words.label}
      tabIndex={-1}
      data-focus-home
      class="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-t border-line bg-raised px-3 py-2 text-dense sm:px-4"
    >
      <p class="max-sm:flex-1">
        <span class="font-semibold">{speaker.say(words.chosen, { n: chosen.length })}</span>
        {notShown > 0 && <span class="block text-xs text-ink-soft">{speaker.say(words.notShown, { n: notShown })}
        </span>}
      </p>
      <Button size="small" look="quiet" onClick={() => view.selection.clear()}>{words.clear}</Button>
      {offered.length === 0 && <p class="text-ink-soft sm:flex-1">{words.nothing}</p>}
      <div class="-mx-1 flex min-w-0 gap-1 overflow-x-auto px-1 py-0.5 empty:hidden max-sm:order-last max-sm:basis-full sm:flex-1">
        {offered.map(({ choice, students }) => (
          <Button
            key={choice}
            size="small"
            busy={deeds.isBusy.value}
            disabled={!session.isOnline}
            class={`shrink-0 ${choice === "terminate" ? "ms-auto text-high" : ""}`}
            onClick={() => setAsking({ choice, students })}
          >
            <Icon name={ACTION_ICONS[choice]} class="size-3.5" />
            {actions[choice].label}
            <span class="font-semibold tabular-nums">{speaker.number(students.length)}</span>
          </Button>
        ))}
      </div>
      {asking !== null && (
        <ActionDialog
          choice={asking.choice}
          who={whoOf(asking.students, (n) => speaker.count(n, "students"))}
          sure={isGrave(asking.choice) && asking.students.length > 1
            ? speaker.say(words.surely[asking.choice], { n: asking.students.length })
            : undefined}
          isOnline={session.isOnline}
          readyTexts={exam.ready_texts}
          draft={drafts.current.get(asking.choice) ?? ""}
          onDraft={(text) => drafts.current.set(asking.choice, text)}
          onClose={() => setAsking(null)}
          onAct={(order) => {
            drafts.current.delete(asking.choice);
            setAsking(null);
            void deeds.carryOut(asking.choice, order, asking.students.map(({ attempt_id }) => attempt_id));
          }}
        >
          {chosen.length > asking.students.length && (
            <p class="text-sm text-ink-soft">
              {speaker.say(words.leftOut, { n: chosen.length - asking.students.length })}
            </p>
          )}
        </ActionDialog>
      )}
    </div>
  );
}

/** Whom it is for: one by name, more by how many they are. */
function whoOf(students: readonly RoomStudent[], count: (n: number) => string) {
  return students.length === 1 ? <bdi>{students[0].name}</bdi> : count(students.length);
}

/** What is asked twice before it is done to many. */
function isGrave(choice: ManyChoice): choice is "terminate" | "lock" {
  return choice === "terminate" || choice === "lock";
}
