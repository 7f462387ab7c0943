import type { CapturedEvent } from "../../protocol/events.ts";
import type { SpokenReason } from "../../protocol/spoken.ts";
import type { Reason, RiskReport } from "../../protocol/risk.ts";
import { sayReason } from "../../words/reason.ts";
import { LevelBadge } from "../components/level_badge.tsx";
import { shownLevel } from "../components/shown_level.ts";
import { useSpeech, useWords } from "../components/speech.tsx";
import { Contributions } from "../proctor/drawer/contributions.tsx";
import { SignalTable } from "../proctor/drawer/signal_table.tsx";
import { eventText } from "../student/check/event_text.ts";
import type { DemoSitting } from "./demo_sitting.ts";

/** Reasons as the server would say them to staff. */
export function useSpokenReasons(): (reasons: readonly Reason[]) => SpokenReason[] {
  const { speaker } = useSpeech();
  const words = { features: useWords("features"), reasons: useWords("reasons") };
  return (reasons) =>
    reasons.map((reason) => {
      const { name, category, points, from, to } = reason;
      return { name, category, points, ...sayReason(speaker, words, reason), from_t: from, to_t: to };
    });
}

/** Whether there is too little for any category, as a row of the room says it. */
function saysNothing({ categories }: RiskReport): boolean {
  return Object.values(categories).every((score) => score === null);
}

/** Whether there is something to read of an event: a rest of no second is none. */
function isWorthALine(event: CapturedEvent): boolean {
  return event.type !== "idle" || event.duration >= 1_000;
}

/** What a proctor would see: the risk, what it is made of, every signal, and what is recorded as it comes. */
export function ProctorSide({ sitting }: { sitting: DemoSitting }) {
  const words = useWords("demo");
  const { live } = useWords("check");
  const { speaker } = useSpeech();
  const spoken = useSpokenReasons();
  const watched = sitting.watched.value;
  return (
    <section
      aria-labelledby="demo-proctor"
      class="flex min-w-0 flex-col gap-5 rounded-lg border border-line bg-raised p-4 sm:p-5 lg:sticky lg:top-4"
    >
      <h2 id="demo-proctor" class="text-xl font-semibold">{words.proctor}</h2>
      {watched === null ? <p class="text-ink-soft">{words.nothingYet}</p> : (
        <>
          <p class="flex items-center gap-3" data-demo-risk={watched.report.risk}>
            <LevelBadge
              level={shownLevel({ level: watched.report.level, insufficient: saysNothing(watched.report) })}
            />
            <span class="text-2xl font-semibold tabular-nums">{Math.round(watched.report.risk)}</span>
            <span class="text-sm text-ink-soft">{words.of100}</span>
          </p>
          <Contributions report={watched.report} reasons={spoken(watched.reasons)} />
          <details class="text-sm">
            <summary class="min-h-6 cursor-pointer rounded-field font-medium">{words.signals}</summary>
            <div class="pt-2">
              <SignalTable report={watched.report} notComparable={watched.incomparable} />
            </div>
          </details>
        </>
      )}
      <div class="flex flex-col gap-2 border-t border-line pt-4">
        <h3 class="text-sm font-semibold">{live.title}</h3>
        <ol class="flex min-h-48 flex-col gap-1 text-sm">
          {sitting.practice.value.shown.value.filter(({ event }) => isWorthALine(event)).map((
            { place, event },
            newer,
          ) => (
            <li key={place} class={newer === 0 ? "font-medium" : "text-ink-soft"}>{eventText(event, speaker, live)}</li>
          ))}
        </ol>
      </div>
    </section>
  );
}
