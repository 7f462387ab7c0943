import type { ExamPhase } from "../../protocol/exam_phase.ts";
import type { ExamSummary } from "../../protocol/exam_list.ts";
import { momentText } from "../../words/times.ts";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useExamPhase } from "../proctor/use_exam_phase.ts";
import type { ExamDeed } from "./exam_calls.ts";
import { Sign } from "./fields/sign.tsx";
import { ENTRY_CLASS, Menu } from "./menu.tsx";

const PHASE_LOOKS: Record<ExamPhase, string> = {
  draft: "bg-sunken text-ink-soft",
  upcoming: "bg-accent-soft text-ink",
  open: "bg-low-soft text-low",
  over: "bg-sunken text-ink-soft",
  closed: "bg-sunken text-ink-soft",
};

interface ExamRowProps {
  exam: ExamSummary;
  mayEdit: boolean;
  onDo: (deed: ExamDeed) => void;
}

/** One exam of the list: a draft leads to where it is written, any other one to its room. */
export function ExamRow({ exam, mayEdit, onDo }: ExamRowProps) {
  const words = useWords("exams");
  const { speaker } = useSpeech();
  const phaseOf = useExamPhase();
  const { phase, at } = phaseOf(exam);
  const base = `/exams/${exam.exam_id}`;
  const isDraft = exam.state === "draft";
  const named = { exam: exam.title };
  const link =
    "inline-flex min-h-9 items-center whitespace-nowrap rounded-field px-1 sm:px-2.5 text-dense font-medium text-accent hover:bg-sunken";
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 sm:flex-nowrap">
      <div class="min-w-0 flex-1 basis-full sm:basis-0">
        <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
          <a
            href={mayEdit && isDraft ? `${base}/edit` : `${base}/room`}
            class="min-w-0 rounded-field font-medium underline-offset-4 hover:underline wrap-anywhere"
          >
            <bdi>{exam.title}</bdi>
          </a>
          <span class={`rounded-full px-2 py-0.5 text-xs font-medium tabular-nums ${PHASE_LOOKS[phase]}`}>
            {speaker.say(words.phases[phase], { at })}
          </span>
          {exam.archived && (
            <span class="rounded-full bg-sunken px-2 py-0.5 text-xs font-medium text-ink-soft">{words.archived}</span>
          )}
        </div>
        <p class="mt-0.5 flex flex-wrap gap-x-3 text-dense text-ink-soft tabular-nums">
          <span dir="ltr" class="font-mono text-xs leading-[1.125rem]">{exam.code}</span>
          {exam.duration_minutes !== undefined && (
            <span>{speaker.say(words.minutes, { minutes: exam.duration_minutes })}</span>
          )}
          {exam.opens_at && phase !== "upcoming" && <span>{momentText(speaker, Date.parse(exam.opens_at))}</span>}
        </p>
      </div>
      {exam.attempts > 0 && (
        <dl class="flex gap-x-6 text-dense sm:text-end tabular-nums">
          <Figure name={words.columns.attempts} value={exam.attempts} />
          {exam.live !== undefined && <Figure name={words.columns.live} value={exam.live} isLoud={exam.live > 0} />}
          {exam.to_review !== undefined && (
            <Figure
              name={words.columns.review}
              value={exam.to_review}
              href={`${base}/review?state=to_review`}
              label={speaker.say(words.reviewOf, { ...named, n: exam.to_review })}
            />
          )}
        </dl>
      )}
      <div class="ms-auto flex flex-wrap items-center justify-end max-sm:gap-x-0.5">
        {mayEdit && <a href={`${base}/edit`} aria-label={speaker.say(words.editOf, named)} class={link}>{words.edit}
        </a>}
        <a href={`${base}/room`} aria-label={speaker.say(words.openRoomOf, named)} class={link}>{words.openRoom}</a>
        {mayEdit && exam.attempts > 0 && (
          <>
            <a href={`${base}/marking`} aria-label={speaker.say(words.markingOf, named)} class={link}>
              {words.marking}
            </a>
            <a href={`${base}/results`} aria-label={speaker.say(words.resultsOf, named)} class={link}>
              {words.results}
            </a>
          </>
        )}
        {mayEdit && (
          <Menu
            id={`more-${exam.exam_id}`}
            label={speaker.say(words.more, named)}
            button={<Sign name="more" />}
            buttonClass="inline-flex size-9 items-center justify-center rounded-field text-ink-soft hover:bg-sunken hover:text-ink"
          >
            <button type="button" class={ENTRY_CLASS} onClick={() => onDo("duplicate")}>{words.duplicate}</button>
            <a href={`${base}/paper`} class={ENTRY_CLASS}>{words.paper}</a>
            {exam.archived
              ? <button type="button" class={ENTRY_CLASS} onClick={() => onDo("reopen")}>{words.restore}</button>
              : <button type="button" class={ENTRY_CLASS} onClick={() => onDo("archive")}>{words.archive}</button>}
          </Menu>
        )}
      </div>
    </li>
  );
}

interface FigureProps {
  name: string;
  value: number;
  isLoud?: boolean;
  /** Where what is counted stands, and what the way there is called. */
  href?: string;
  label?: string;
}

function Figure({ name, value, isLoud = false, href, label }: FigureProps) {
  const { speaker } = useSpeech();
  const look = value === 0 ? "text-ink-soft" : isLoud ? "font-semibold text-low" : "font-medium";
  const number = speaker.number(value);
  return (
    <div class="flex flex-col-reverse">
      <dt class="whitespace-nowrap text-xs text-ink-soft">{name}</dt>
      <dd class={look}>
        {href === undefined || value === 0 ? number : (
          <a
            href={href}
            aria-label={label}
            class="inline-flex min-h-6 min-w-6 items-center rounded-field text-accent underline underline-offset-4 sm:justify-end"
          >
            {number}
          </a>
        )}
      </dd>
    </div>
  );
}
