import { DemoHall } from "../../lab/students/demo_hall.ts";
import { DEMO_EXAM } from "../../server/exams/demo_exam.ts";
import { LiveServer } from "../support/live_server.ts";
import { sitQuiz } from "./quiz_exam.ts";
import { type SatAttempt, sitTold, writeOn } from "./told_sitting.ts";

/** Who hands in the attempt that is reviewed. */
export const TOLD_NAME = "Ada Lovelace";

/** The exam of the demo under another code: who sits it in a browser is not among the simulated students. */
export const PAPER_CODE = "EVIDENCE";

/** Code of an exam that is written elsewhere. */
export const WATCHED_CODE = "ELSEWHERE";

/** Who sits it, each for a picture of their own. */
const WRITERS = {
  calm: "Grace Hopper",
  told: "Mary Jackson",
  paused: "Dorothy Vaughan",
  locked: "Annie Easley",
  offline: "Joan Clarke",
  asked: "Radia Perlman",
  over: "Hedy Lamarr",
} as const;
export type Writer = keyof typeof WRITERS;

/** Students of the hall. Every seat of it says something else. */
const STUDENTS = 30;

/** What every picture has at hand: a server of its own, with exams in each state. */
export interface Stage {
  server: LiveServer;
  /** The exam that the hall sits. */
  roomId: string;
  /** The attempt that was handed in there: resolves some minutes after the beginning. */
  told: Promise<string>;
  /** Students in the middle of the exam `PAPER_CODE`: each resolves once they have written something, in a minute. */
  writers: Readonly<Record<Writer, Promise<SatAttempt>>>;
  /** An exam that is being written. */
  draftId: string;
  /** An exam that is over, half marked. */
  quizId: string;
  quiz: readonly SatAttempt[];
  /** Questions of the bank, newest first. */
  bankItems: readonly string[];
}

/**
 * Starts a server on an empty store with a hall full of simulated students, and gives it to use. They sit in their own time:
 * what needs a room at work waits for it, and comes last.
 */
export async function withStage(use: (stage: Stage) => Promise<void>): Promise<void> {
  const server = await LiveServer.start({
    INVIGIL_JOINS_PER_MINUTE: "100000",
    INVIGIL_CALLS_PER_MINUTE: "100000",
    INVIGIL_STYLE: "on",
  });
  const refused = (reason: string) => console.error(`A simulated student could not come in: ${reason}`);
  const hall = new DemoHall({
    url: server.url,
    code: DEMO_EXAM.code,
    seed: 1,
    students: STUDENTS,
    speed: 1,
    onRefused: refused,
  });
  try {
    hall.open();
    const told = sitTold(server, TOLD_NAME);
    // Who pictures nothing of it does not wait for it, and the server goes while it sits.
    told.catch(() => {});
    const room = await server.services.exams.getByCode(DEMO_EXAM.code);
    if (room === null) throw new Error("Cannot picture the room: there is no demo exam");
    await server.publish({ ...DEMO_EXAM, code: PAPER_CODE });
    await server.publish({
      ...DEMO_EXAM,
      code: WATCHED_CODE,
      questions: [],
      watched_origin: "https://quiz.example.org",
    });
    const writers = beginWriting(server);
    const { examId: quizId, attempts: quiz } = await sitQuiz(server);
    const { draftId, bankItems } = await writeDraft(server);
    await use({ server, roomId: room.examId, told, writers, draftId, quizId, quiz, bankItems });
  } finally {
    hall.close();
    await server.stop();
  }
}

/** Lets every writer begin. */
function beginWriting(server: LiveServer): Stage["writers"] {
  const begin = (writer: Writer, seed: number) => {
    const writing = writeOn(server, WRITERS[writer], PAPER_CODE, seed);
    writing.catch(() => {});
    return writing;
  };
  return {
    calm: begin("calm", 1),
    told: begin("told", 2),
    paused: begin("paused", 3),
    locked: begin("locked", 5),
    offline: begin("offline", 6),
    asked: begin("asked", 7),
    over: begin("over", 8),
  };
}

/** An exam that nobody has sat, with a question of each type, most of which are in the bank, too. */
async function writeDraft(server: LiveServer): Promise<{ draftId: string; bankItems: string[] }> {
  const document = JSON.parse(await Deno.readTextFile("docs/examples/question_types.json"));
  const staff = await server.signIn();
  const made = await server.call("POST", "/api/exams", staff, { ...document, state: "draft" });
  if (made.status !== 201) throw new Error(`Cannot write the draft: ${JSON.stringify(made.body)}`);
  const { exam_id: draftId } = made.body as { exam_id: string };
  const kept = await server.call("POST", "/api/bank", staff, { questions: document.questions, shared: true });
  if (kept.status !== 201) throw new Error(`Cannot fill the bank: ${JSON.stringify(kept.body)}`);
  const { item_ids: bankItems } = kept.body as { item_ids: string[] };
  return { draftId, bankItems };
}
