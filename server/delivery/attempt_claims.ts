import type { LogEntry, ScoringContext } from "../../protocol/log_entry.ts";
import { type Accommodations, type AttemptState, isOver } from "../../protocol/exam.ts";
import { type ExamHashes, examHashes, hashOf } from "../evidence/exam_hashes.ts";
import { saltedHash } from "../evidence/salted_hash.ts";
import { type AttemptSeal, sealStatement, termsHash } from "../evidence/seal.ts";
import type { SignatureCheck } from "../evidence/signature_check.ts";
import type { Exam } from "../store/exam_store.ts";
import type { ExportLine } from "./export_line.ts";
import type { Finding } from "./finding.ts";

type AttemptLine = Extract<ExportLine, { kind: "attempt" }>;

/** The exam as an attempt was begun under it. */
export interface ClaimedExam extends Pick<Exam, "examId" | "document"> {
  /** Points of each question, by its id, at most in any of the exam's documents: a mark may be of before they were lowered. */
  mostPoints: ReadonlyMap<string, number>;
}

/** What an export says of an attempt and of its exam, held against what the log, or its seal, is bound to. */
export class AttemptClaims {
  readonly #line: AttemptLine;
  readonly #examId: string;
  readonly #exam: ExamHashes;
  readonly #scoring: string;
  readonly #points: ReadonlyMap<string, number>;
  #seal: AttemptSeal | null = null;
  #state: AttemptState = "active";
  #deadline = 0;
  /** What is taken into account by the log so far. */
  #accommodations: Accommodations;
  #context: ScoringContext | null = null;

  constructor(line: AttemptLine, { examId, document, mostPoints }: ClaimedExam) {
    this.#line = line;
    this.#examId = examId;
    this.#exam = examHashes(document);
    this.#points = mostPoints;
    this.#accommodations = line.accommodations;
    this.#scoring = hashOf(document.policy.scoring);
  }

  takeSeal(seal: AttemptSeal, signatures: SignatureCheck): Finding {
    if (this.#seal !== null) return "the attempt is sealed twice";
    if (!signatures.isOf(sealStatement(seal), seal.signature)) return "the seal's signature does not fit";
    this.#seal = seal;
    const { attempt_id, student, started_at: startedAt, accommodations, consent } = this.#line;
    if (seal.attempt_id !== attempt_id) return "the seal is of another attempt";
    const exam = this.#examFinding(seal);
    if (exam !== null) return exam;
    const terms = termsHash(seal.salt, { student, startedAt, accommodations, consent });
    return terms === seal.terms ? null : this.#ofLine("name, start, consent or accommodations are not the sealed ones");
  }

  takeContext({ policy }: ScoringContext): Finding {
    return hashOf(policy) === this.#scoring ? null : "it was scored under another policy than the exam's";
  }

  /** @param chain Hash of the entry. */
  takeEntry(entry: LogEntry, context: ScoringContext, chain: string): Finding {
    if (entry.n === this.#seal?.n && chain !== this.#seal.chain) return "it is not the entry that was sealed";
    if (entry.kind === "accommodated") this.#accommodations = entry.accommodations;
    // Most entries are in the context of the one before.
    if (context !== this.#context || entry.kind === "accommodated") {
      this.#context = context;
      if (hashOf(context.accommodations) !== hashOf(this.#accommodations)) return this.#accommodated(entry.n);
    }
    if ((entry.n === 1) !== (entry.kind === "started")) return "a log begins with its start, and has one";
    if (entry.kind === "batch") return null;
    if ("deadline" in entry) this.#deadline = entry.deadline;
    this.#state = stateAfter(this.#state, entry);
    if (entry.kind === "marked") return this.#marked(entry);
    if (entry.kind === "verdict_given" && !isOver(this.#state)) return "a verdict is on an attempt that is not over";
    if (entry.kind === "verdict_given" && (entry.by === "student" || entry.by === "system")) {
      return "a verdict is not a person's of the staff";
    }
    if (entry.kind === "stated" && entry.by !== "student") return "a statement is not the student's";
    if (entry.kind === "noted" && (entry.by === "student" || entry.by === "system")) {
      return "a note is not a person's of the staff";
    }
    if (entry.kind === "file_received" && !this.#points.has(entry.question)) {
      return "a file was given to a question that the exam does not have";
    }
    return entry.kind === "started" ? this.#start(entry) : null;
  }

  /** Takes the log's end. */
  takeEnd(n: number, chain: string): Finding {
    const { are_events_kept, state, deadline } = this.#line;
    if (!are_events_kept) {
      return this.#seal?.n === n && this.#seal.chain === chain ? null : "no seal vouches for a log that was removed";
    }
    if (this.#seal !== null && this.#seal.n > n) {
      return `the log was sealed at entry ${this.#seal.n}, and ends before it`;
    }
    if (state !== this.#state) return this.#ofLine(`by its log the attempt is ${this.#state}`);
    return deadline === this.#deadline ? null : this.#ofLine("its log says another deadline");
  }

  #start({ binds, consent, received_at }: Extract<LogEntry, { kind: "started" }>): Finding {
    const line = this.#line;
    if (line.started_at !== received_at) return this.#ofLine("its log begins at another time");
    if (line.consent !== consent) return this.#ofLine("its log says another consent");
    if (binds === undefined) {
      return this.#seal === null ? "the log is bound to nothing, and no seal stands in for that" : null;
    }
    if (binds.attempt_id !== line.attempt_id) return "the log is of another attempt";
    const student = line.student_salt === null ? null : saltedHash("student", line.student_salt, line.student);
    if (binds.student !== student) return this.#ofLine("name and number are not those that the log is bound to");
    return this.#examFinding(binds);
  }

  #marked({ question, points }: Extract<LogEntry, { kind: "marked" }>): Finding {
    const most = this.#points.get(question);
    if (most === undefined) return "it marks a question that the exam does not have";
    return points <= most ? null : `it gives ${points} points for a question of ${most}`;
  }

  #accommodated(n: number): Finding {
    const what = "it was scored under other accommodations than were granted";
    return n === 1 ? this.#ofLine(what) : what;
  }

  #examFinding(bound: ExamHashes & { exam_id: string }): Finding {
    if (bound.exam_id !== this.#examId) return "the log is of another exam";
    if (bound.paper !== this.#exam.paper) return "the exam's paper is not the one that the log is bound to";
    return bound.policy === this.#exam.policy ? null : "the exam's policy is not the one that the log is bound to";
  }

  #ofLine(what: string): Finding {
    return { what, line: this.#line.line };
  }
}

function stateAfter(state: AttemptState, entry: Exclude<LogEntry, { kind: "batch" }>): AttemptState {
  switch (entry.kind) {
    case "paused":
    case "locked":
      return entry.kind;
    case "started":
      return entry.waits === true ? "waiting" : state;
    case "admitted":
    case "resumed":
    case "released":
      return "active";
    case "extended":
      return state === "expired" ? "active" : state;
    case "ended":
      return entry.state;
    default:
      return state;
  }
}
