import { mediaIdsIn } from "../../protocol/media_ids.ts";
import { hashOf } from "../evidence/exam_hashes.ts";
import { SignatureCheck, thumbprint } from "../evidence/signature_check.ts";
import { examStatement, exportStatement, revisionStatement, tombstoneStatement } from "../evidence/statements.ts";
import { type Exam, revisionOf } from "../store/exam_store.ts";
import { AttemptCheck } from "./attempt_check.ts";
import { ContentCheck } from "./content_check.ts";
import { COUNTED, entryPrefix, type ExportCounts, type ExportLine } from "./export_line.ts";
import type { Finding } from "./finding.ts";
import { LinkCheck } from "./link_check.ts";
import { ManifestCheck } from "./manifest_check.ts";
import type { ReceiptBook } from "./receipt_book.ts";

type LineOf<Kind extends ExportLine["kind"]> = Extract<ExportLine, { kind: Kind }>;

/** What the first line says, and what follows from it. */
interface Ground {
  line: LineOf<"exam">;
  signatures: SignatureCheck;
  /** The exam's documents by their revisions: the newest one, and those that attempts were begun under before. */
  documents: Map<number, Exam["document"]>;
  /** Points of each question, by its id, at most in any of them. */
  mostPoints: Map<string, number>;
}

const encoder = new TextEncoder();

/** The lines of an export, each held against those before it and against the key that signed them. */
export class ExportCheck {
  readonly counts: ExportCounts = { attempts: 0, entries: 0, flags: 0, actions: 0, tombstones: 0 };
  notReplayed = 0;
  /** Files that were handed in and stand in the export. */
  files = 0;
  /** The entry that is looked at. */
  entry: { n: number; seq: number | null } | null = null;
  readonly #receipts: ReceiptBook;
  readonly #isWantedKey: (key: LineOf<"exam">["key"]) => boolean;
  readonly #manifest = new ManifestCheck();
  readonly #pictures = new ContentCheck("base64url");
  /** Pictures that the exam's texts refer to. */
  #shown: ReadonlySet<string> | null = null;
  #ground: Ground | null = null;
  #attempt: AttemptCheck | null = null;
  /** Hashes of the log that was removed last. */
  #links: LinkCheck | null = null;
  #isEnded = false;

  /** @param isWantedKey Whether a key is the one that the file ought to be signed with. */
  constructor(receipts: ReceiptBook, isWantedKey: (key: LineOf<"exam">["key"]) => boolean) {
    this.#receipts = receipts;
    this.#isWantedKey = isWantedKey;
  }

  /** The key that the file says that it is signed with; null before its first line. */
  get key(): LineOf<"exam">["key"] | null {
    return this.#ground?.line.key ?? null;
  }

  /** The exam's title; null before its first line. */
  get title(): string | null {
    return this.#ground?.line.exam.document.title ?? null;
  }

  /** Pictures that stand in the export. */
  get pictures(): number {
    return this.#pictures.whole.size;
  }

  get attempt(): AttemptCheck | null {
    return this.#attempt;
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /**
   * @param text The line's JSON text.
   * @param before Running hash up to the line before.
   */
  take(line: ExportLine, text: string, before: string): Finding {
    this.entry = null;
    if (this.#ground === null) return line.kind === "exam" ? this.#takeExam(line) : "the exam's line is the first one";
    if (line.kind === "revision") return this.#takeRevision(line, this.#ground);
    if (line.kind === "picture") return this.#takePicture(line, this.#ground);
    if (!this.#manifest.isWhole) {
      return line.kind === "manifest" ? this.#takeManifest(line, this.#ground) : "a part of the manifest belongs here";
    }
    switch (line.kind) {
      case "exam":
      case "manifest":
        return "it stands at the beginning, once";
      case "attempt":
        return this.#between() ?? this.#beginAttempt(line, this.#ground);
      case "tombstone":
        return this.#between() ?? this.#takeTombstone(line, this.#ground);
      case "links":
        return this.#links?.take(line) ?? (this.#links === null ? "no log was removed here" : null);
      case "action":
        this.counts.actions++;
        return this.#between() ?? this.#manifest.takeRest() ?? this.#takeAction(line, this.#ground);
      case "end":
        return this.#between() ?? this.#manifest.takeRest() ?? this.#takeEnd(line, before, this.#ground);
      default:
        return this.#takeOfAttempt(line, text);
    }
  }

  #takeExam(line: LineOf<"exam">): Finding {
    const signatures = new SignatureCheck(line.key);
    this.#ground = { line, signatures, documents: new Map(), mostPoints: new Map() };
    addDocument(this.#ground, revisionOf(line.exam), line.exam.document);
    // Whoever knows the server's key by its id alone must not take a forger's for it.
    if (line.key.key_id !== thumbprint(line.key.public_key)) return "the key bears the name of another one";
    if (!signatures.isOf(examStatement(line.exported_at, hashOf(line.exam)), line.signature)) {
      return "the exam or its policy is not the one that was signed";
    }
    if (!this.#isWantedKey(line.key)) return "the file is signed with another key than the one that was given";
    return this.#receipts.takeKey(signatures);
  }

  #takeRevision({ revision, signature }: LineOf<"revision">, ground: Ground): Finding {
    const { line: { exam, exported_at }, signatures, documents } = ground;
    if (this.#manifest.isBegun) return "replaced documents stand before the manifest";
    if (revision.examId !== exam.examId) return "it is a document of another exam";
    if (documents.has(revision.revision)) return "it is a revision that the file holds already";
    addDocument(ground, revision.revision, revision.document);
    const statement = revisionStatement(exported_at, hashOf(revision));
    return signatures.isOf(statement, signature) ? null : "the document is not the one that was signed";
  }

  #takePicture({ media_id, ...part }: LineOf<"picture">, { line, documents }: Ground): Finding {
    if (line.with_files !== true) return "the export says that it is without files";
    if (this.#manifest.isBegun) return "pictures stand before the manifest";
    this.#shown ??= mediaIdsIn([...documents.values()]);
    if (!this.#shown.has(media_id)) return "no text of the exam refers to this picture";
    return this.#pictures.take(media_id, part);
  }

  #takeManifest(line: LineOf<"manifest">, { line: { exam, exported_at }, signatures }: Ground): Finding {
    const wrong = this.#pictures.unfinished ?? this.#manifest.takeLine(line, exam.examId, exported_at, signatures);
    if (wrong !== null || !this.#manifest.isWhole) return wrong;
    return this.#receipts.takeManifest(this.#manifest.attempts);
  }

  #between(): Finding {
    if (this.#attempt !== null) return "the attempt before has no head";
    return this.#links?.isWhole === false ? "hashes of the log that was removed are not here" : null;
  }

  #beginAttempt(line: LineOf<"attempt">, ground: Ground): Finding {
    const { line: { exam: { examId }, exported_at: exportedAt }, signatures, documents, mostPoints } = ground;
    this.counts.attempts++;
    const wrong = this.#manifest.takeAttempt(line.attempt_id, line.are_events_kept);
    if (wrong !== null) return wrong;
    const document = documents.get(line.revision ?? 1);
    if (document === undefined) return "the document that it was begun under is not in the file";
    const exam = { examId, document, mostPoints };
    this.#attempt = new AttemptCheck(line, {
      exam,
      exportedAt,
      signatures,
      receipts: this.#receipts,
      withFiles: ground.line.with_files === true,
    });
    return null;
  }

  #takeTombstone(
    { tombstone, signature }: LineOf<"tombstone">,
    { line: { exam, exported_at }, signatures }: Ground,
  ): Finding {
    this.counts.tombstones++;
    if (tombstone.exam_id !== exam.examId) return "it is of another exam";
    if (!signatures.isOf(tombstoneStatement(exported_at, hashOf(tombstone)), signature)) {
      return "the tombstone was not signed so";
    }
    const { attempt_id, removed, counts, chain, links } = tombstone;
    this.#links = new LinkCheck(tombstone, this.#receipts);
    return this.#manifest.takeTombstone(attempt_id, removed) ??
      this.#receipts.takeEnd(attempt_id, counts.entries, chain, links !== undefined);
  }

  #takeAction({ action: { about } }: LineOf<"action">, { line: { exam } }: Ground): Finding {
    const [what, id = ""] = about?.split(":") ?? [];
    const isOurs = what === "exam" ? id === exam.examId : what === "attempt" && this.#manifest.attempts.has(id);
    return isOurs ? null : "the action is about neither the exam nor one of its attempts";
  }

  #takeOfAttempt(
    line: LineOf<"seal" | "context" | "entry" | "file" | "report" | "flag" | "head">,
    text: string,
  ): Finding {
    const attempt = this.#attempt;
    if (attempt === null || attempt.attemptId !== line.attempt_id) return "it belongs to another attempt";
    switch (line.kind) {
      case "seal":
        return attempt.takeSeal(line);
      case "context":
        return attempt.takeContext(line.context_id, line.context);
      case "entry":
        return this.#takeEntry(attempt, line, text);
      case "file":
        return attempt.takeFile(line);
      case "report":
        return attempt.takeReport(line.report);
      case "flag":
        this.counts.flags++;
        return attempt.takeFlag(line);
      case "head": {
        const wrong = attempt.takeHead(line);
        if (wrong !== null) return wrong;
        if (!attempt.isReplayed && attempt.areEventsKept) this.notReplayed++;
        this.files += attempt.files;
        this.#attempt = null;
        return null;
      }
    }
  }

  #takeEntry(attempt: AttemptCheck, { line, attempt_id, entry }: LineOf<"entry">, text: string): Finding {
    this.entry = { n: entry.n, seq: entry.kind === "batch" ? entry.seq : null };
    this.counts.entries++;
    const before = `{"line":${line},${entryPrefix(attempt_id).slice(1)}`;
    if (!text.startsWith(before)) return "its fields are not in their order";
    return attempt.takeEntry(entry, encoder.encode(text.slice(before.length, -1)));
  }

  #takeEnd(line: LineOf<"end">, before: string, { signatures }: Ground): Finding {
    this.#isEnded = true;
    if (COUNTED.some((count) => line[count] !== this.counts[count])) {
      return "it counts other numbers than the file holds";
    }
    const statement = exportStatement(before, COUNTED.map((count) => line[count]));
    return signatures.isOf(statement, line.signature) ? null : "the signature of the whole file does not fit";
  }
}

function addDocument({ documents, mostPoints }: Ground, revision: number, document: Exam["document"]): void {
  documents.set(revision, document);
  for (const { id, points } of document.questions) mostPoints.set(id, Math.max(points, mostPoints.get(id) ?? 0));
}
