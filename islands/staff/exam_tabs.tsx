import { useWords } from "../components/speech.tsx";
import type { Viewer } from "./viewer.ts";

/** The pages of one exam, in the order in which it lives. */
const TABS = [
  { key: "edit", path: "edit", forAuthors: true },
  { key: "people", path: "people", forAuthors: true },
  { key: "room", path: "room", forAuthors: false },
  { key: "review", path: "review", forAuthors: false },
  { key: "overview", path: "overview", forAuthors: false },
  { key: "marking", path: "marking", forAuthors: true },
  { key: "results", path: "results", forAuthors: true },
] as const;

/** A page of an exam. */
export type ExamTab = (typeof TABS)[number]["key"];

/** The exam whose pages the tabs lead to. */
export interface TabbedExam {
  exam_id: string;
  title: string;
}

interface ExamTabsProps {
  exam: TabbedExam;
  viewer: Viewer;
  current: ExamTab;
}

/** From one page of an exam to the next; no more than the viewer may open. */
export function ExamTabs({ exam, viewer, current }: ExamTabsProps) {
  const words = useWords("examTabs");
  const tabs = TABS.filter(({ forAuthors }) => !forAuthors || viewer.role !== "proctor");
  if (tabs.length < 2) return null;
  return (
    <div class="border-b border-line bg-raised print:hidden">
      <nav aria-label={words.pages}>
        {current !== "edit" && current !== "room" && (
          <p class="truncate px-4 pt-2 text-dense font-medium sm:hidden" dir="auto">{exam.title}</p>
        )}
        <div
          class={`mx-auto flex w-full items-center gap-x-1 overflow-x-auto px-3 sm:px-4 ${
            // The room needs its height, and its tab is among the first.
            current === "room" ? "" : "max-w-[96rem] max-sm:flex-wrap"}`}
        >
          <span class="me-2 hidden max-w-64 truncate text-dense font-medium sm:inline" dir="auto" title={exam.title}>
            {exam.title}
          </span>
          {tabs.map(({ key, path }) => (
            <a
              key={key}
              href={`/exams/${exam.exam_id}/${path}`}
              aria-current={current === key ? "page" : undefined}
              class="inline-flex min-h-9 items-center whitespace-nowrap border-b-2 border-transparent px-2 text-dense font-medium text-ink-soft hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
            >
              {words[key]}
            </a>
          ))}
        </div>
      </nav>
    </div>
  );
}
