import { joinExam } from "../../lab/students/join_exam.ts";
import { ExamDocumentAnswer } from "../../protocol/exam_document.ts";
import { AttemptAnswer } from "../../protocol/attempt.ts";
import type { Random } from "../../scoring/models/random.ts";
import type { FuzzTarget } from "./fuzz_target.ts";
import { pick, type Wire } from "./mutate.ts";

/** What a change of the exam may be answered: taken, or another author was quicker. */
const ANSWERS: readonly number[] = [200, 409];

/** Changes of the exam while students send their work. An attempt that was begun before each of them keeps its paper. */
export class FuzzAuthor implements FuzzTarget {
  readonly name = "author";
  readonly #url: string;
  readonly #token: string;
  readonly #examId: string;
  readonly #random: Random;
  /** An attempt's token, and its paper as it was when it began. */
  #attempt: { token: string; paper: string } | null = null;
  #changes = 0;

  constructor(url: string, token: string, examId: string, random: Random) {
    this.#url = url;
    this.#token = token;
    this.#examId = examId;
    this.#random = random;
  }

  async step(): Promise<{ sent: Wire; problem: string | null }> {
    if (this.#attempt === null || this.#random() < 0.1) {
      const { session_token: token } = await joinExam(this.#url, "FUZZ", "Reader");
      this.#attempt = { token, paper: await this.#paperOf(token) };
    }
    const read = await this.#call("GET", `/api/exams/${this.#examId}`, this.#token);
    const { revision, document } = ExamDocumentAnswer.parse(await read.json());
    const sent = JSON.stringify({ revision, document: { ...document, ...this.#change() } });
    const answer = await this.#call("PUT", `/api/exams/${this.#examId}`, this.#token, sent);
    const said = await answer.text();
    if (!ANSWERS.includes(answer.status)) return { sent, problem: `wanted 200 or 409, got ${answer.status} ${said}` };
    const { token, paper } = this.#attempt;
    const now = await this.#paperOf(token);
    return { sent, problem: now === paper ? null : `the paper became ${now} from ${paper}` };
  }

  close(): void {}

  /** Another title, text or order to go in; `q1` stays, which students write to. */
  #change() {
    const n = ++this.#changes;
    const essay = (id: string) => ({ id, type: "essay", text: `Write ${id}, ${n}.`, points: 1 });
    return pick<Record<string, unknown>>(
      this.#random,
      [
        { title: `Fuzz ${n}` },
        { questions: [essay("q1"), essay(`q${n}`)] },
        { navigation: "forward" },
        { navigation: "free" },
        { sections: [{ id: "a", title: `Part ${n}` }], questions: [essay("q1"), { ...essay("q2"), section: "a" }] },
      ].filter(({ questions = [] }) => new Set(questions.map(({ id }) => id)).size === questions.length),
    );
  }

  async #paperOf(token: string): Promise<string> {
    const answer = await this.#call("GET", "/api/attempt", token);
    return JSON.stringify(AttemptAnswer.parse(await answer.json()).exam);
  }

  #call(method: string, path: string, token: string, body?: string): Promise<Response> {
    return fetch(this.#url + path, { method, body, headers: { authorization: `Bearer ${token}` } });
  }
}
