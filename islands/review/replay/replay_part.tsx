import { useEffect, useMemo, useState } from "preact/hooks";
import { questionOfAnswer } from "../../../protocol/items/answer_ids.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { clockText } from "../../components/time_text.ts";
import { unmarkedText } from "../../components/unmarked_text.ts";
import { IncidentList } from "./incident_list.tsx";
import { type Incident, incidentBeside, incidentsOf, lookFrom, type ReplayedAttempt } from "./incidents.ts";
import { ReplayAnswer } from "./replay_answer.tsx";
import type { Recording } from "./replay_source.ts";
import { QuestionTable } from "./question_table.tsx";
import { ReplayLegend } from "./replay_text.tsx";
import { Timeline } from "./timeline.tsx";
import { type Speed, SPEEDS, usePlayer } from "./use_player.ts";

const SELECT_CLASS = "min-h-9 max-w-full rounded-field border border-line-strong bg-raised px-2 text-dense text-ink";

/** A moment that somebody wants to see; another object each time. */
export interface WantedMoment {
  t: number;
}

interface ReplayPartProps {
  recording: Recording;
  detail: ReplayedAttempt;
  wanted: WantedMoment | null;
  /** Of the exam's endpoint; left out where nothing is to be told of others. */
  base?: string;
}

/** The whole attempt over one scrubber, and how each answer came to be. */
export function ReplayPart({ recording, detail, wanted, base }: ReplayPartProps) {
  const words = useWords("replay");
  const { speaker } = useSpeech();
  const player = usePlayer(recording);
  const [pinned, setPinned] = useState("");
  const [isDeletedShown, showDeleted] = useState(true);
  useEffect(() => {
    if (wanted !== null) player.seek(wanted.t);
  }, [wanted]);
  const incidents = useMemo(() => incidentsOf(detail, recording), [detail, recording]);
  const state = recording.model.at(player.t);
  // Machines view no question: theirs is where they wrote.
  const inView = questionOfAnswer(state.question ?? state.caret?.question ?? "");
  const shown = recording.questions.findIndex(({ id }) => id === (pinned || inView));
  const question = recording.questions[shown];
  const look = (incident: Incident | null) => incident !== null && player.seek(lookFrom(incident));
  const [before, behind] = [false, true].map((isForward) => incidentBeside(incidents, player.t, isForward));
  return (
    <div class="flex flex-col gap-4 rounded-lg border border-line bg-raised p-3 sm:p-4">
      <Timeline {...{ recording, detail, incidents }} t={player.t} onSeek={player.seek} />
      <div class="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button look="primary" size="small" class="min-w-24" onClick={() => player.play(!player.isPlaying)}>
          <Icon name={player.isPlaying ? "pause" : "play"} />
          {player.isPlaying ? words.pause : words.play}
        </Button>
        <span data-replay-clock class="text-dense font-medium tabular-nums">
          {speaker.say(words.clock, { now: clockText(player.t), end: clockText(recording.endT) })}
        </span>
        <label class="inline-flex items-center gap-2 text-dense">
          {words.speed}
          <select
            class={SELECT_CLASS}
            value={player.speed}
            onChange={(event) => player.setSpeed(speedOf(event.currentTarget.value))}
          >
            {SPEEDS.map((speed) => <option key={speed} value={speed}>{speaker.say(words.times, { n: speed })}</option>)}
          </select>
        </label>
        <Check label={words.compress} isOn={player.isCompressed} onTurn={player.compress} />
        <Check label={words.showDeleted} isOn={isDeletedShown} onTurn={showDeleted} />
        <span class="flex flex-wrap gap-2">
          <Button size="small" disabled={before === null} onClick={() => look(before)}>{words.previousIncident}</Button>
          <Button size="small" disabled={behind === null} onClick={() => look(behind)}>{words.nextIncident}</Button>
        </span>
      </div>
      <div class="flex flex-col gap-3 border-t border-line pt-4">
        <label class="inline-flex flex-wrap items-center gap-2 text-dense">
          {words.shown}
          <select class={SELECT_CLASS} value={pinned} onChange={(event) => setPinned(event.currentTarget.value)}>
            <option value="">{words.follow}</option>
            {recording.questions.map(({ id }, index) => (
              <option key={id} value={id}>{speaker.say(words.question, { n: index + 1 })}</option>
            ))}
          </select>
        </label>
        {question === undefined ? <p class="min-h-40 text-sm text-ink-soft">{words.notSeenYet}</p> : (
          <>
            <div>
              <h3 class="text-dense font-semibold">{speaker.say(words.question, { n: shown + 1 })}</h3>
              <p dir="auto" class="line-clamp-3 text-sm text-ink-soft wrap-anywhere">{unmarkedText(question)}</p>
            </div>
            <ReplayAnswer question={question} state={state} isDeletedShown={isDeletedShown} />
          </>
        )}
        <ReplayLegend />
      </div>
      <QuestionTable recording={recording} base={base} />
      <IncidentList incidents={incidents} questions={recording.questions} onLook={look} />
    </div>
  );
}

function speedOf(value: string): Speed {
  return SPEEDS.find((speed) => String(speed) === value) ?? 1;
}

function Check({ label, isOn, onTurn }: { label: string; isOn: boolean; onTurn: (isOn: boolean) => void }) {
  return (
    <label class="inline-flex min-h-8 items-center gap-2 text-dense">
      <input type="checkbox" class="size-4" checked={isOn} onChange={(event) => onTurn(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
