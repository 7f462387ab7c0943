import { useMemo } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { clockText } from "../../components/time_text.ts";
import type { Incident, ReplayedAttempt } from "./incidents.ts";
import type { Recording } from "./replay_source.ts";
import { type Spell, spellsOf } from "./timeline_spells.ts";

interface TimelineProps {
  recording: Recording;
  detail: ReplayedAttempt;
  incidents: readonly Incident[];
  t: number;
  onSeek: (t: number) => void;
}

/** Bars of the keys' lane. */
const BARS = 120;

/** The whole attempt in lanes over one scrubber. The lanes are a picture of what the list of incidents says; a press in them seeks. */
export function Timeline({ recording, detail, incidents, t, onSeek }: TimelineProps) {
  const words = useWords("replay");
  const { speaker } = useSpeech();
  const { endT, startedAt } = recording;
  const share = (at: number) => `${Math.min(100, Math.max(0, at / endT * 100))}%`;
  const press = (event: MouseEvent & { currentTarget: HTMLElement }) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    onSeek((event.clientX - left) / width * endT);
  };
  const lanes = useMemo(() => {
    const { away, offline, visited } = spellsOf(recording.steps, endT);
    const numbers = new Map(recording.questions.map(({ id }, index) => [id, index + 1]));
    const marks = (spells: readonly Spell[], look: string) =>
      spells.map(({ from, to }, index) => (
        <span
          key={index}
          class={`absolute inset-y-0 min-w-1 ${look}`}
          style={{ left: share(from), width: share(to - from) }}
        />
      ));
    const actions = detail.actions.map(({ at }) => ({ from: at - startedAt, to: at - startedAt }));
    return (
      <>
        {/* A flat line would say that it was 0: where no risk is known or to be shown there is no lane. */}
        {detail.timeline.length > 0 && (
          <Lane label={words.lanes.risk} isTall onPress={press}>
            <RiskLine points={detail.timeline} endT={endT} />
          </Lane>
        )}
        <Lane label={words.lanes.questions} onPress={press}>
          {visited.map(({ from, to, question }, index) => (
            <span
              key={index}
              class={`absolute inset-y-0 overflow-hidden border-s border-raised ps-0.5 text-[0.625rem] leading-4 text-ink ${
                index % 2 === 0 ? "bg-accent-soft" : "bg-line"
              }`}
              style={{ left: share(from), width: share(to - from) }}
            >
              {numbers.get(question)}
            </span>
          ))}
        </Lane>
        <Lane label={words.lanes.keys} onPress={press}>
          <KeyBars keys={recording.keys} endT={endT} />
        </Lane>
        <Lane label={words.lanes.away} onPress={press}>{marks(away, "bg-medium")}</Lane>
        <Lane label={words.lanes.offline} onPress={press}>{marks(offline, "bg-line-strong")}</Lane>
        <Lane label={words.lanes.incidents} onPress={press}>
          {marks(incidents.map(({ t: at }) => ({ from: at, to: at })), "rounded-sm bg-high")}
        </Lane>
        <Lane label={words.lanes.actions} onPress={press}>{marks(actions, "bg-accent")}</Lane>
      </>
    );
  }, [recording, detail, incidents]);
  return (
    <div dir="ltr" class="relative flex flex-col gap-1">
      <div aria-hidden="true" class="flex flex-col gap-1">{lanes}</div>
      <div aria-hidden="true" class="pointer-events-none absolute inset-y-0 end-0 start-20 sm:start-24">
        <span class="absolute inset-y-0 w-px bg-ink" style={{ left: share(t) }} />
      </div>
      <div class="ms-20 sm:ms-24">
        <input
          type="range"
          data-replay-scrubber
          class="-mx-2 block h-6 w-[calc(100%+1rem)] accent-accent"
          aria-label={words.scrubber}
          aria-valuetext={speaker.say(words.clock, { now: clockText(t), end: clockText(endT) })}
          min={0}
          max={endT}
          step={100}
          value={t}
          onInput={(event) => onSeek(event.currentTarget.valueAsNumber)}
        />
      </div>
    </div>
  );
}

interface LaneProps {
  label: string;
  isTall?: boolean;
  onPress: (event: MouseEvent & { currentTarget: HTMLElement }) => void;
  children: ComponentChildren;
}

function Lane({ label, isTall = false, onPress, children }: LaneProps) {
  return (
    <div class="flex items-center">
      <span class="w-20 shrink-0 truncate pe-2 text-xs text-ink-soft sm:w-24">{label}</span>
      <div
        onClick={onPress}
        class={`relative min-w-0 flex-1 cursor-pointer overflow-hidden rounded-sm bg-sunken ${isTall ? "h-12" : "h-4"}`}
      >
        {children}
      </div>
    </div>
  );
}

function RiskLine({ points, endT }: { points: ReplayedAttempt["timeline"]; endT: number }) {
  let before = 0;
  const path = points.map(([t, risk]) => {
    const x = (t / endT * 1_000).toFixed(1);
    const step = `${x},${(100 - before).toFixed(1)} ${x},${(100 - risk).toFixed(1)}`;
    before = risk;
    return step;
  });
  return (
    <svg viewBox="0 0 1000 100" preserveAspectRatio="none" class="absolute inset-0 size-full text-accent">
      <polyline
        points={[`0,100`, ...path, `1000,${(100 - before).toFixed(1)}`].join(" ")}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        vector-effect="non-scaling-stroke"
      />
    </svg>
  );
}

function KeyBars({ keys, endT }: { keys: ReadonlyMap<number, number>; endT: number }) {
  const bars = new Array<number>(BARS).fill(0);
  for (const [second, count] of keys) {
    bars[Math.min(BARS - 1, Math.floor(second * 1_000 / endT * BARS))] += count;
  }
  const most = Math.max(1, ...bars);
  return (
    <>
      {bars.map((count, index) => (
        <span
          key={index}
          class="absolute bottom-0 bg-ink-soft"
          style={{ left: `${index / BARS * 100}%`, width: `${90 / BARS}%`, height: `${count / most * 100}%` }}
        />
      ))}
    </>
  );
}
