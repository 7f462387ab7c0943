import { ReportQuery } from "../../protocol/review.ts";
import { RateLimiter } from "../../server/auth/rate_limiter.ts";
import { attemptReport } from "../../server/review/report/attempt_report.ts";
import { ExamReports } from "../../server/review/report/exam_report.ts";
import { answerSpeech } from "../../server/review/spoken.ts";
import type { Services } from "../../server/services.ts";
import { HTML_TYPE } from "../edge/file_types.ts";
import { type RestRoute, route } from "../edge/route.ts";
import { renderAttemptReport, renderExamReport, reportPolicy } from "../report/render_report.tsx";

/** How often an exam's report is made: it reads every attempt. */
const EXAM_REPORTS = { perMinute: 6, burst: 6 };

/** Evidence as files that need nothing else: for who reviews the exam. */
export function reportRoutes({ attempts, exams, now }: Services): RestRoute[] {
  const limiter = new RateLimiter(EXAM_REPORTS);
  const reports = new ExamReports(attempts);

  const one = route({
    operation: "get_attempt_report",
    summary: "The evidence of an attempt as one HTML file that needs nothing else; answers are not in it",
    query: ReportQuery,
    async handle({ params: { exam_id, attempt_id }, query, words }) {
      const newest = await exams.require(exam_id);
      const choice = { withNotes: query.notes };
      const data = await attemptReport(attempts, newest, attempt_id, answerSpeech(words), choice);
      return fileOf(renderAttemptReport(words, data), `report-${newest.document.code}-${attempt_id}`);
    },
  });

  const whole = route({
    operation: "get_exam_report",
    summary: "All attempts of an exam in one HTML file that needs nothing else: risks, verdicts, who handled what",
    async handle({ params: { exam_id }, words }) {
      const newest = await exams.require(exam_id);
      limiter.require(exam_id, now());
      return fileOf(renderExamReport(words, await reports.of(newest)), `report-${newest.document.code}`);
    },
  });

  return [one, whole];
}

/** Shown in a tab, and saved under a name that says what it is. */
function fileOf(html: string, name: string) {
  return {
    headers: {
      "content-disposition": `inline; filename="${name.replace(/[^\w-]/g, "_")}.html"`,
      "content-security-policy": `${reportPolicy()}; frame-ancestors 'none'`,
    },
    file: { content: new TextEncoder().encode(html), type: HTML_TYPE, isHashed: false },
  };
}
