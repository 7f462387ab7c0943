import type { AttemptAction, KeptWork, ToldRisk } from "../../../protocol/attempt_detail.ts";
import type { EvidenceKey } from "../../../protocol/evidence.ts";
import type { ExamOverview } from "../../../protocol/exam_overview.ts";
import type { Accommodations, AttemptState, Declared } from "../../../protocol/exam.ts";
import type { AttemptReview, ReviewRow, Verdict } from "../../../protocol/review.ts";
import type { RiskReport } from "../../../protocol/risk.ts";
import type { SpokenFlag, SpokenReason } from "../../../protocol/spoken.ts";
import type { ErrorRates } from "../../../scoring/error_rates.ts";

/** The exam that a report is of. */
export interface ReportedExam {
  title: string;
  code: string;
  /** The clock that times of the day are told by (IANA). */
  timeZone: string;
}

/** What an attempt's report is made from. Times are server times in ms since 1970 where they end in `At`. */
export interface AttemptReportData {
  exam: ReportedExam;
  madeAt: number;
  withNotes: boolean;
  student: { name: string; number?: string };
  attempt: {
    attemptId: string;
    state: AttemptState;
    startedAt: number;
    endedAt: number | null;
    deadline: number;
    /** Attempt time of the end, ms. */
    endT: number;
    lastSeq: number;
    areEventsKept: boolean;
  };
  report: RiskReport;
  told: ToldRisk | null;
  reasons: readonly SpokenReason[];
  notComparable: readonly string[];
  timeline: readonly [number, number][];
  flags: readonly SpokenFlag[];
  actions: readonly AttemptAction[];
  kept: KeptWork | null;
  accommodations: Accommodations;
  declared: Declared | undefined;
  review: Omit<AttemptReview, "verdicts">;
  verdicts: readonly Verdict[];
  errorRates: ErrorRates;
  evidence: { n: number; chain: string; receipt: string; key: EvidenceKey };
}

/** An attempt in the report of its exam. */
export interface ReportRow extends ReviewRow {
  startedAt: number;
  scorerVersion: string;
  confirmed: number;
  dismissed: number;
  n: number;
  chain: string;
}

/** What an exam's report is made from. */
export interface ExamReportData {
  exam: ReportedExam;
  madeAt: number;
  rows: readonly ReportRow[];
  /** Of all rows, under way or over. */
  incidents: Pick<ExamOverview, "flag_questions" | "signal_flags" | "losses">;
  handled: readonly {
    by: string;
    verdicts: number;
    flags: number;
    alerts: number;
    interventions: number;
    attempts: number;
  }[];
  errorRates: ErrorRates;
  key: EvidenceKey;
}
