import { useEffect, useState } from "preact/hooks";
import { z } from "zod";
import { Marking } from "../../protocol/marking.ts";
import { ExamMarks, ExamStatistics } from "../../protocol/marks.ts";
import { Release } from "../../protocol/results.ts";
import { Roster } from "../../protocol/roster.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { ButtonLink } from "../components/button_link.tsx";
import { EmptyState } from "../components/empty_state.tsx";
import { Loading } from "../components/loading.tsx";
import { PagePart } from "../components/page_frame.tsx";
import { useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";
import { Viewer } from "../staff/viewer.ts";
import { GradeBook } from "./grade_book.tsx";
import { NotComePart } from "./not_come_part.tsx";
import { RegradesPart } from "./regrades_part.tsx";
import { ReleasePart } from "./release_part.tsx";
import { StatisticsPart } from "./statistics_part.tsx";

/** What the page of results starts from. */
export const ResultsData = z.strictObject({
  viewer: Viewer,
  exam: z.strictObject({ exam_id: z.string(), title: z.string() }),
});
export type ResultsData = z.infer<typeof ResultsData>;

interface Loaded {
  marks: ExamMarks;
  statistics: ExamStatistics;
  release: Release;
  marking: Marking;
  roster: z.infer<typeof Roster>;
}

/** An exam's results: who got what, what students see of it, and what the questions were worth. */
export function ResultsPage({ exam }: ResultsData) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const words = useWords("results");
  const failureText = useFailureText();
  const base = `/api/exams/${exam.exam_id}`;

  useEffect(() => {
    void (async () => {
      const get = <Schema extends z.ZodType>(path: string, answer: Schema) =>
        callStaff({ method: "GET", path: base + path, answer });
      const [marks, statistics, release, marking, roster] = await Promise.all([
        get("/marks", ExamMarks),
        get("/statistics", ExamStatistics),
        get("/release", Release),
        get("/marking?texts=false&regrades=true", Marking),
        get("/roster", Roster),
      ]);
      for (const outcome of [marks, statistics, release, marking, roster]) {
        if (!outcome.ok) return leaveIfSignedOut(outcome.error) || setProblem(failureText(outcome.error));
      }
      if (marks.ok && statistics.ok && release.ok && marking.ok && roster.ok) {
        const values = { marks: marks.value, statistics: statistics.value, release: release.value };
        setLoaded({ ...values, marking: marking.value, roster: roster.value });
      }
    })();
  }, [base]);

  return (
    <div class="mx-auto flex w-full max-w-6xl flex-1 flex-col gap-8 px-4 py-6 sm:px-6">
      <div class="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1 class="text-2xl font-semibold">{words.title}</h1>
        <div class="flex flex-wrap gap-2">
          <ButtonLink href={`${base}/marks?format=csv`} download="marks.csv">{words.csv}</ButtonLink>
          <ButtonLink href={`${base}/marks`} download="marks.json">{words.json}</ButtonLink>
          <ButtonLink href={`/exams/${exam.exam_id}/results/print`}>{words.print}</ButtonLink>
          <ButtonLink href={`${base}/report`} target="_blank">{words.report}</ButtonLink>
        </div>
      </div>
      {problem !== null && <AlertBox tone="problem" role="alert" title={problem} />}
      {loaded === null && problem === null && <Loading />}
      {loaded !== null && loaded.marks.attempts.length === 0 && <EmptyState lead={words.nothing} />}
      {loaded !== null && loaded.marks.attempts.length > 0 && (
        <>
          <ReleasePart
            examId={exam.exam_id}
            release={loaded.release}
            attempts={loaded.marks.attempts}
            onChanged={(release) => setLoaded({ ...loaded, release })}
          />
          <RegradesPart questions={loaded.marking.questions} regrades={loaded.marking.regrades} />
          <PagePart title={words.book.title} lead={words.book.verdictMeaning}>
            {loaded.marks.anonymous && <AlertBox title={words.book.nameless} />}
            <GradeBook examId={exam.exam_id} marks={loaded.marks} marking={loaded.marking} />
            <NotComePart examId={exam.exam_id} students={loaded.roster.students} />
          </PagePart>
          <PagePart title={words.figures.title}>
            <StatisticsPart marks={loaded.marks} statistics={loaded.statistics} questions={loaded.marking.questions} />
          </PagePart>
        </>
      )}
    </div>
  );
}
