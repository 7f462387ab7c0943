import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { sectionRuns } from "../../protocol/section_runs.ts";
import type { PaperSection } from "../../protocol/sections.ts";
import { Icon } from "../components/icon.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { ExamActions } from "./exam_actions.ts";
import type { ExamModel } from "./exam_model.ts";
import { buttonAfterKey } from "./map_keys.ts";

/** From here on questions stand in groups, can be filtered, and are one stop of the Tab key. */
const MANY = 30;

/** Questions in a group. */
const GROUP = 20;

const FILTERS = ["all", "open", "flagged"] as const;
type Filter = (typeof FILTERS)[number];

/** Every question at a glance: answered (filled), flagged for later (flag), the one in view (ring). */
export function QuestionMap({ model, actions }: { model: ExamModel; actions: ExamActions }) {
  const { map, question: questionWords } = useWords("exam");
  const { map: words, forward } = useWords("sitting");
  const { speaker } = useSpeech();
  const [filter, setFilter] = useState<Filter>("all");
  const list = useRef<HTMLDivElement>(null);
  const { questions, answered } = model;
  const stage = model.stage.value;
  const isReview = stage.kind === "sitting" && stage.view === "review";
  const isLarge = questions.value.length > MANY;
  const entries = questions.value.map((question, index) => ({
    id: question.id,
    section: question.section,
    index,
    isLeft: model.isForward.value && index < model.current.value,
    isCurrent: !isReview && index === model.current.value,
    isDone: model.answeredIds.value.has(question.id),
    isFlagged: model.flagged.value.has(question.id),
  }));
  const shown = entries.filter(({ isDone, isFlagged }) =>
    filter === "all" || (filter === "open" ? !isDone : isFlagged)
  );
  const stop = shown.find(({ isCurrent }) => isCurrent) ?? shown[0];
  const sections = model.attempt.value?.exam.sections;
  const groups = sections
    ? sectionRuns(shown)
    : isLarge
    ? Object.values(Object.groupBy(shown, ({ index }) => Math.floor(index / GROUP)))
    : [shown];

  // In its own box alone: the page stays where it is.
  useLayoutEffect(() => {
    const box = list.current;
    const current = box?.querySelector<HTMLElement>("[aria-current]");
    if (!isLarge || !box || !current) return;
    const { top, bottom } = current.getBoundingClientRect();
    const edge = box.getBoundingClientRect();
    if (top < edge.top || bottom > edge.bottom) box.scrollTop += (top + bottom - edge.top - edge.bottom) / 2;
  }, [isLarge, model.current.value, filter]);

  function move(event: KeyboardEvent) {
    const { target } = event;
    if (!isLarge || !(target instanceof HTMLButtonElement) || list.current === null) return;
    const to = buttonAfterKey(
      event.key,
      [...list.current.querySelectorAll<HTMLButtonElement>("button:not(:disabled)")],
      target,
    );
    if (to === null) return;
    event.preventDefault();
    to.focus();
  }

  return (
    <nav aria-labelledby="map-heading" class={`flex-col gap-3 ${isReview ? "hidden lg:flex" : "flex"}`}>
      <h2 id="map-heading" class="text-sm font-semibold">
        {map.title}{" "}
        <span class="font-normal tabular-nums text-ink-soft">
          {speaker.say(map.answered, { answered: answered.value, count: questions.value.length })}
        </span>
      </h2>
      {isLarge && <MapFilter chosen={filter} choose={setFilter} canFlag={!model.isForward.value} />}
      {isLarge && shown.length === 0 && <p class="text-sm text-ink-soft">{words.none[filter]}</p>}
      <div
        ref={list}
        onKeyDown={move}
        class={isLarge ? "-m-1.5 flex max-h-[26rem] flex-col gap-3 overflow-y-auto p-1.5" : "flex flex-col gap-3"}
      >
        {groups.map((group = []) => (
          <div key={group[0]?.index} class="flex flex-col gap-1.5">
            {sections
              ? <SectionTitle sections={sections} id={group[0]?.section} language={model.language.value} />
              : isLarge && (
                <p class="text-dense text-ink-soft tabular-nums" aria-hidden="true">
                  {speaker.say(words.range, { from: group[0].index + 1, to: (group.at(-1)?.index ?? 0) + 1 })}
                </p>
              )}
            <ol class="flex flex-wrap gap-2">
              {group.map(({ id, index, isCurrent, isDone, isFlagged, isLeft }) => {
                const labels = isLeft ? forward.map : isFlagged ? map.flagged : map.plain;
                return (
                  <li key={id}>
                    <button
                      type="button"
                      aria-label={speaker.say(labels[isDone ? "answered" : "open"], { number: index + 1 })}
                      aria-current={isCurrent ? "step" : undefined}
                      tabIndex={isLarge && index !== stop?.index ? -1 : undefined}
                      disabled={isLeft}
                      onClick={() => actions.open(index)}
                      class={`relative inline-flex size-10 items-center justify-center rounded-field border text-sm font-medium tabular-nums disabled:cursor-not-allowed disabled:opacity-60 ${
                        isDone ? "border-accent bg-accent text-accent-ink" : "border-line-strong bg-raised text-ink"
                      } ${isCurrent ? "ring-2 ring-focus ring-offset-2 ring-offset-surface" : ""}`}
                    >
                      {speaker.number(index + 1)}
                      {isFlagged && (
                        <span class="absolute -end-1.5 -top-1.5 rounded-full border border-line-strong bg-raised p-0.5 text-ink">
                          <Icon name="flag" class="size-3" />
                        </span>
                      )}
                    </button>
                  </li>
                );
              })}
            </ol>
          </div>
        ))}
      </div>
      {isLarge && <p class="sr-only">{words.keys}</p>}
      {!isReview && (
        <button
          type="button"
          onClick={() => actions.review()}
          class="min-h-8 self-start rounded-field text-sm font-medium text-accent underline underline-offset-4"
        >
          {questionWords.review}
        </button>
      )}
    </nav>
  );
}

/** In which section the questions below stand; nothing for those of none. */
function SectionTitle(
  { sections, id, language }: { sections: readonly PaperSection[]; id?: string; language: string | undefined },
) {
  const section = sections.find((one) => one.id === id);
  if (section === undefined) return null;
  return (
    <p lang={language} dir="auto" class="w-fit max-w-full text-dense text-ink-soft wrap-anywhere">{section.title}</p>
  );
}

function MapFilter(
  { chosen, choose, canFlag }: { chosen: Filter; choose: (filter: Filter) => void; canFlag: boolean },
) {
  const words = useWords("sitting").map;
  return (
    <div role="group" aria-label={words.filter} class="flex flex-wrap gap-1">
      {FILTERS.filter((filter) => canFlag || filter !== "flagged").map((filter) => (
        <button
          key={filter}
          type="button"
          aria-pressed={chosen === filter}
          onClick={() => choose(filter)}
          class="min-h-8 rounded-field border border-line px-2 text-dense font-medium hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft"
        >
          {words[filter]}
        </button>
      ))}
    </div>
  );
}
