import { AlertBox } from "../../../islands/components/alert_box.tsx";
import { ButtonLink } from "../../../islands/components/button_link.tsx";
import { EmptyState } from "../../../islands/components/empty_state.tsx";
import { Speaking, speechOf, useWords } from "../../../islands/components/speech.tsx";
import { PrintButton } from "../../../islands/people/print_button.tsx";
import type { Words } from "../../../words/words.ts";
import { renderStaffPage, type StaffPageProps } from "../staff_page.tsx";
import { HallNotice } from "./hall_notice.tsx";
import type { PaperFacts } from "./paper_facts.ts";
import { PaperSheet } from "./paper_sheet.tsx";

const PARTS = ["both", "notice", "questions"] as const;

/** What of the page is shown and printed. */
export type Part = (typeof PARTS)[number];

/** The part that an address asks for (`?part=`); both where it names none that there is. */
export function readPart(text: string | null): Part {
  return PARTS.find((part) => part === text) ?? "both";
}

interface PaperProps {
  exam: PaperFacts;
  /** In the exam's language: what its students read. */
  examWords: Words;
  /** Where they join. */
  origin: string;
  part: Part;
}

/** `GET /exams/{exam_id}/paper` as HTML: a notice for the hall, and the questions with room to write. */
export function renderPaper({ manifest, words, viewer, ...paper }: StaffPageProps & PaperProps): string {
  const { exam } = paper;
  return renderStaffPage({
    title: speechOf(words).speaker.say(words.sentences.examPaper.pageTitle, { exam: exam.title }),
    manifest,
    words,
    viewer,
    current: "/exams",
    tab: { exam, current: "people" },
    script: "paper",
    groups: ["examPaper"],
    data: {},
    children: <PaperPage {...paper} />,
  });
}

function PaperPage({ exam, examWords, origin, part }: PaperProps) {
  const { language } = examWords;
  const isEmpty = exam.paper.questions.length === 0;
  return (
    <div class="mx-auto flex w-full max-w-4xl flex-1 flex-col gap-8 px-4 py-8 sm:px-6 print:block print:max-w-none print:p-0">
      <Tools exam={exam} part={part} />
      <div lang={language.tag} dir={language.direction} class="flex flex-col gap-8 print:block">
        <Speaking speech={speechOf(examWords)}>
          {part !== "questions" && <HallNotice exam={exam} origin={origin} />}
          {part !== "notice" && !isEmpty && <PaperSheet exam={exam} />}
        </Speaking>
      </div>
      {part !== "notice" && isEmpty && <NoQuestions examId={exam.exam_id} />}
    </div>
  );
}

/** What staff see of the page and nobody prints. */
function Tools({ exam, part }: { exam: PaperFacts; part: Part }) {
  const words = useWords("examPaper");
  const base = `/exams/${exam.exam_id}`;
  const hasTimes = exam.opensAt !== undefined || exam.closesAt !== undefined;
  return (
    <div class="flex flex-col gap-4 print:hidden">
      <div class="flex flex-col gap-1">
        <h1 class="text-2xl font-semibold">{words.title}</h1>
        <p class="max-w-prose text-sm text-ink-soft">{words.lead}</p>
      </div>
      {exam.state === "draft" && <AlertBox tone="warning" title={words.draft} />}
      {exam.state === "closed" && <AlertBox tone="warning" title={words.closed} />}
      {hasTimes && exam.timeZone === undefined && part !== "questions" && <AlertBox title={words.noZone} />}
      {exam.isPooled && part !== "notice" && <AlertBox title={words.pooled} />}
      <div class="flex flex-wrap items-center gap-x-4 gap-y-3">
        <div id="print-button">
          <PrintButton />
        </div>
        <nav aria-label={words.shown} class="flex rounded-field bg-sunken p-0.5">
          {PARTS.map((one) => (
            <a
              key={one}
              href={one === "both" ? `${base}/paper` : `${base}/paper?part=${one}`}
              aria-current={one === part ? "page" : undefined}
              class="inline-flex min-h-8 items-center rounded-[0.3rem] px-3 text-dense font-medium text-ink-soft hover:text-ink aria-[current=page]:bg-raised aria-[current=page]:text-ink aria-[current=page]:shadow-button"
            >
              {words.parts[one]}
            </a>
          ))}
        </nav>
        <a
          href={`${base}/people/slips`}
          class="inline-flex min-h-8 items-center rounded-field text-sm font-medium text-accent underline underline-offset-4"
        >
          {words.slips}
        </a>
      </div>
    </div>
  );
}

function NoQuestions({ examId }: { examId: string }) {
  const words = useWords("examPaper");
  return (
    <EmptyState title={words.noneTitle} lead={words.noneLead}>
      <ButtonLink href={`/exams/${examId}/edit`}>{words.write}</ButtonLink>
    </EmptyState>
  );
}
