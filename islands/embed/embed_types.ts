import type { Student } from "../../protocol/exam.ts";
import type { RiskLevel } from "../../protocol/risk.ts";
import type { WatchedExam } from "../../protocol/watched_exam.ts";
import type { WatchWords } from "../watch/watch_words.ts";
import type { WatchStand } from "../watch/watched_attempt.ts";
import type { AnswerField } from "./field_answers.ts";

/** What a page asks for that wants to be watched. */
export interface StartOptions {
  /** Origin of the Invigil server: `https://exams.example.org`. */
  server: string;
  /** Code of the exam; or `token`. */
  code?: string;
  /** A student's personal token, in place of a code and a name. */
  token?: string;
  /** Who writes; where it is left out, and a code is given, the dialog asks. */
  student?: Student;
  /** The part of the page that is watched for keys, the pointer and copies; all of it when left out. */
  root?: HTMLElement;
  /** Fields whose text is sent as answers, by the id of the exam's question; none when left out. */
  answers?: Record<string, AnswerField>;
  /** Whether a small button at the corner shows how it stands; true when left out. */
  hasBar?: boolean;
  /** Told of the risk, where the exam shows it while writing. */
  onRisk?: (risk: { risk: number; level: RiskLevel }) => void;
  /** Told whenever the state changes. */
  onState?: (state: WatchStand["state"]) => void;
}

/** A page that is being watched. */
export interface Watching {
  readonly attemptId: string;
  readonly state: WatchStand["state"];
  /** Hands the attempt in, once everything is on the server. @throws {Error} Where it is not in time; try again. */
  submit(): Promise<void>;
  /** Ends the watching here; the attempt stays open, and `start` goes on with it. */
  stop(): Promise<void>;
}

/** An attempt that its student has agreed to. */
export interface Agreed {
  options: StartOptions;
  exam: WatchedExam;
  words: WatchWords;
  token: string;
  /** What the token is kept under. */
  key: string;
}

/** What is loaded once a student has agreed. */
export interface WatchPart {
  /** Watches the page for an attempt. @param answered What the server says of it: `GET /api/attempt`. */
  watch(agreed: Agreed, answered: unknown): Promise<Watching>;
}
