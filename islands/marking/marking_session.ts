import { computed, signal } from "@preact/signals";
import { type MarkedAnswer, Marking } from "../../protocol/marking.ts";
import type { Mark } from "../../protocol/marks.ts";
import { type CallFailure, callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";
import { Drafts } from "./drafts.ts";
import { isForBoth, isSameMark, mayMark, putMark, withMark, withTexts } from "./given_mark.ts";
import type { News } from "./news.ts";
import { askedAt, isOpen, nextOpen, type Place, placeSearch, readPlace, type Walk } from "./place.ts";
import { WrittenMark } from "./written_mark.ts";

/** The state of the marking page: where the marker is, what is shown, and what is written and not saved yet. */
export class MarkingSession {
  readonly marking = signal<Marking | null>(null);
  readonly place = signal<Place>({ walk: "question", question: null, attempt: null, anonymous: false });
  readonly written = new WrittenMark();
  readonly failure = signal<CallFailure | null>(null);
  /** Whether points are not a number that the question takes. */
  readonly isWrong = signal(false);
  readonly isBusy = signal(false);
  /** A mark that somebody else has set since the answer was opened. */
  readonly meanwhile = signal<Mark | null>(null);
  readonly news = signal<News | null>(null);
  /** Goes up when another answer is opened: the field for points then takes the focus. */
  readonly opened = signal(0);

  /** The answers that the marker goes through. */
  readonly answers = computed((): readonly MarkedAnswer[] => {
    const { walk, question, attempt } = this.place.value;
    return (this.marking.value?.answers ?? []).filter((one) =>
      walk === "question" ? one.question === question : one.attempt_id === attempt
    );
  });
  readonly index = computed(() =>
    this.answers.value.findIndex(({ question, attempt_id }) =>
      question === this.place.value.question && attempt_id === this.place.value.attempt
    )
  );
  readonly current = computed((): MarkedAnswer | null => this.answers.value[this.index.value] ?? null);
  readonly question = computed(() =>
    this.marking.value?.questions.find(({ question }) => question === this.place.value.question) ?? null
  );

  readonly #exam: string;
  readonly #drafts: Drafts;
  /** The mark that stood at the answer when it was opened, or that was shown since. */
  #seen: Mark | null = null;
  /** Of the newest call for answers: what an older one brings is out of date. */
  #calls = 0;

  constructor(examId: string) {
    this.#exam = `/api/exams/${examId}`;
    this.#drafts = new Drafts(examId);
  }

  /** Goes where the address says, or to the first open answer. */
  async start(): Promise<void> {
    const place = readPlace(location.search);
    this.place.value = place;
    const overview = await this.#ask("texts=false");
    if (overview === null) return;
    const known = overview.questions.find(({ question }) => question === place.question);
    const question = known ?? overview.questions.find(({ open }) => open > 0) ?? overview.questions[0];
    const attempt = overview.attempts.find(({ attempt_id }) => attempt_id === place.attempt) ??
      (place.walk === "student" ? overview.attempts.find(({ open }) => open > 0) ?? overview.attempts[0] : undefined);
    this.marking.value = overview;
    this.place.value = { ...place, question: question.question, attempt: attempt?.attempt_id ?? null };
    await this.#load(known !== undefined && attempt !== undefined ? "stay" : "open");
  }

  /** Goes through the answers in the other way, from the one that is shown. */
  async walkBy(walk: Walk): Promise<void> {
    this.place.value = { ...this.place.value, walk };
    await this.#load("stay");
  }

  /** Opens a question's answers, at the first that is open. */
  async openQuestion(question: string): Promise<void> {
    this.place.value = { ...this.place.value, question, attempt: null };
    await this.#load("open");
  }

  /** Opens a student's answers, at the first that is open. */
  async openStudent(attempt: string): Promise<void> {
    this.place.value = { ...this.place.value, attempt, question: null };
    await this.#load("open");
  }

  async hideNames(anonymous: boolean): Promise<void> {
    this.place.value = { ...this.place.value, anonymous };
    await this.#load("stay");
  }

  /** Opens one of the answers that the marker goes through. */
  open(index: number): void {
    const { question, attempt_id: attempt } = this.answers.value[index];
    this.place.value = { ...this.place.value, question, attempt };
    this.#show();
  }

  previous(): void {
    if (this.index.value > 0) this.open(this.index.value - 1);
  }

  next(): void {
    const next = nextOpen(this.answers.value, this.index.value);
    if (next !== -1) this.open(next);
  }

  /** Says that a criterion is met, or takes it back; the points are what all of them give together. */
  toggle(id: string): void {
    const { rubric = null, points: max = 0 } = this.question.value ?? {};
    if (rubric !== null) this.write({ points: this.written.toggle(rubric, id, max) });
  }

  write(draft: { points?: string; comment?: string }): void {
    if (draft.points !== undefined) this.written.points.value = draft.points;
    if (draft.comment !== undefined) this.written.comment.value = draft.comment;
    this.isWrong.value = false;
    this.news.value = null;
    const current = this.current.value;
    if (current === null) return;
    const { attempt_id, question, mark } = current;
    if (this.written.isSameAs(mark)) this.#drafts.remove(attempt_id, question);
    else this.#drafts.put(attempt_id, question, this.written.toDraft());
  }

  /** Points up or down, within the question's. */
  step(by: number): void {
    this.write({ points: this.written.stepped(by, this.current.value?.mark.max ?? 0) });
  }

  /** Saves what is written, if anything is, and goes to the next open answer where that is asked for. */
  async save(goOn: boolean): Promise<void> {
    const current = this.current.value;
    if (current === null || this.isBusy.value) return;
    if (!mayMark(current)) return goOn ? this.next() : undefined;
    if (this.written.isSameAs(current.mark) && this.meanwhile.value === null) return goOn ? this.next() : undefined;
    const points = this.written.pointsWithin(current.mark.max);
    if (points === null) {
      this.isWrong.value = true;
      return;
    }
    this.isBusy.value = true;
    const outcome = await putMark(this.#exam, current, {
      seen: this.#seen ?? current.mark,
      points,
      comment: this.written.comment.value,
      met: this.written.met.value,
      isAgreed: isForBoth(current),
    });
    this.isBusy.value = false;
    if (!outcome.ok) {
      if (outcome.error.status !== 409) return this.#failed(outcome.error);
      return await this.#refresh();
    }
    this.failure.value = null;
    this.#drafts.remove(current.attempt_id, current.question);
    if (this.marking.value !== null) this.marking.value = withMark(this.marking.value, current, outcome.value);
    const next = nextOpen(this.answers.value, this.index.value);
    const said: News = { kind: "saved", mark: outcome.value, isLast: next === -1 };
    if (goOn && next !== -1) this.open(next);
    else this.#show();
    this.news.value = said;
    await this.#refresh();
  }

  /** The open answers to the question that is shown in which nothing was answered. */
  readonly blanks = computed(() =>
    this.place.value.walk === "question"
      ? this.answers.value.filter((one) => one.is_blank && isOpen(one) && !isForBoth(one))
      : []
  );

  /** Marks all of them with 0. One that somebody else marks meanwhile keeps that mark. */
  async markBlanks(): Promise<void> {
    this.isBusy.value = true;
    let count = 0;
    for (const answer of this.blanks.value) {
      const outcome = await putMark(this.#exam, answer, { seen: answer.mark, points: 0, comment: "", met: [] });
      if (!outcome.ok && outcome.error.status !== 409) {
        this.#failed(outcome.error);
        break;
      }
      if (outcome.ok) count++;
    }
    this.isBusy.value = false;
    await this.#load("stay");
    if (this.current.value !== null && !isOpen(this.current.value)) this.next();
    this.news.value = { kind: "blanks", count };
  }

  /** Puts what is known of the current answer into the form: a draft where there is one, else its mark. */
  #show(): void {
    const current = this.current.value;
    this.#seen = current?.mark ?? null;
    this.meanwhile.value = null;
    this.isWrong.value = false;
    this.news.value = null;
    history.replaceState(null, "", placeSearch(this.place.value));
    const draft = current === null ? null : this.#drafts.get(current.attempt_id, current.question);
    this.written.show(draft, current?.mark);
    this.opened.value++;
  }

  /** Brings the answers of the place. `open` goes to the first open one, `stay` to where the place is. */
  async #load(to: "open" | "stay"): Promise<void> {
    const marking = await this.#ask(askedAt(this.place.value));
    if (marking === null) return;
    this.marking.value = marking;
    const answers = this.answers.value;
    if (answers.length > 0 && (to === "open" || this.index.value === -1)) {
      const first = answers[Math.max(0, nextOpen(answers, answers.length - 1))];
      this.place.value = { ...this.place.value, question: first.question, attempt: first.attempt_id };
    }
    this.#show();
  }

  /** What others have marked meanwhile, without the answers again. */
  async #refresh(): Promise<void> {
    const marking = await this.#ask(`${askedAt(this.place.value)}&texts=false`);
    const before = this.marking.value;
    if (marking === null || before === null) return;
    this.marking.value = withTexts(marking, before);
    const mark = this.current.value?.mark;
    if (mark === undefined || this.#seen === null || isSameMark(mark, this.#seen)) return;
    const isWritten = !this.written.isSameAs(this.#seen);
    this.#seen = mark;
    if (isWritten) this.meanwhile.value = mark;
    else this.#show();
  }

  async #ask(query: string): Promise<Marking | null> {
    const call = ++this.#calls;
    const { anonymous } = this.place.value;
    const path = `${this.#exam}/marking?${query}&anonymous=${anonymous}`;
    const outcome = await callStaff({ method: "GET", path, answer: Marking });
    if (call !== this.#calls) return null;
    if (outcome.ok) {
      this.failure.value = null;
      return outcome.value;
    }
    this.#failed(outcome.error);
    return null;
  }

  #failed(error: CallFailure): void {
    if (!leaveIfSignedOut(error)) this.failure.value = error;
  }
}
