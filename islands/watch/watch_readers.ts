import type { AttemptState } from "../../protocol/exam.ts";
import type { WatchedExam } from "../../protocol/watched_exam.ts";
import { dictionary, fieldOf, list, nullable, number, object, optional, text } from "../link/reader.ts";
import { attemptState, showRisk } from "../link/server_message.ts";

/** What an exam is, for whoever is asked to be watched in it. */
export const readWatchedExam = object<WatchedExam>({
  code: text,
  title: text,
  language: optional(text),
  watched_origin: optional(text),
  show_risk: showRisk,
  events_days: number,
  reports_days: number,
  spoken: object<WatchedExam["spoken"]>({ language: text, consent_version: text, texts: dictionary(text) }),
});

/** What is read of a join's answer. */
export interface Begun {
  attempt_id: string;
  session_token: string;
}
export const readBegun = object<Begun>({ attempt_id: text, session_token: text });

/** What is read of the own attempt to go on with it. */
export interface WatchedStand {
  attempt_id: string;
  state: AttemptState;
  started_at: number;
  server_time: number;
  last_seq: number;
  last_t: number | undefined;
  deadline: number;
}
export const readStand = object<WatchedStand>({
  attempt_id: text,
  state: attemptState,
  started_at: number,
  server_time: number,
  last_seq: number,
  last_t: optional(number),
  deadline: number,
});

/** An attempt's risk in the server's own words. */
export interface SpokenRisk {
  risk: number | null;
  level: string | null;
  reasons: string[];
}
export function readSpokenRisk(answer: unknown): SpokenRisk {
  const read = object<{ risk_score: number | null; risk_level: string | null }>({
    risk_score: nullable(number),
    risk_level: nullable(text),
  })(answer);
  const reasons = list((reason) => text(fieldOf(reason, "seen")))(fieldOf(answer, "reasons") ?? []);
  return { risk: read.risk_score, level: read.risk_level, reasons };
}
