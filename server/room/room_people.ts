import { MOST_LOOKS, type Present } from "../../protocol/room_people.ts";
import type { RoomFeed } from "../cluster/room_feed.ts";
import type { Schedule } from "./room.ts";

/** Who comes, goes and looks elsewhere is told at most this often, ms: moving through the list tells of no step in between. */
const TELL_EVERY_MS = 1_000;

/** A proctor's page that says nothing for this long is taken for gone, ms: it pings every few seconds. */
export const UNHEARD_MS = 12_000;

/** One page of a proctor in a room. */
export interface PresentPage {
  look(attemptId: string | null): void;
  heard(): void;
  leave(): void;
}

interface Page {
  name: string;
  looksAt: string | null;
  heardAt: number;
}

interface ExamPeople {
  pages: Set<Page>;
  /** People on other instances. */
  elsewhere: Map<string, readonly Present[]>;
  /** What was told last, here and to the other instances. */
  told: string;
  toldElsewhere: string;
  isScheduled: boolean;
}

/**
 * Who of the staff is in which room, and whom they look at. Nothing of it is stored: each instance keeps its own pages in memory and tells
 * the others, only while they show the same room; who is on an instance that is gone is gone with its heartbeat.
 */
export class RoomPeople {
  readonly #exams = new Map<string, ExamPeople>();
  readonly #feed: Pick<RoomFeed, "people">;
  readonly #schedule: Schedule;
  readonly #now: () => number;
  /** Told who is in a room now. */
  onChange: (examId: string, people: readonly Present[]) => void = () => {};

  constructor(feed: Pick<RoomFeed, "people">, schedule: Schedule, now: () => number) {
    this.#feed = feed;
    this.#schedule = schedule;
    this.#now = now;
  }

  /** Lets a proctor's page in. */
  enter(examId: string, name: string): PresentPage {
    const page: Page = { name, looksAt: null, heardAt: this.#now() };
    this.#of(examId).pages.add(page);
    this.#changed(examId);
    return {
      look: (attemptId) => {
        if (page.looksAt === attemptId) return;
        page.looksAt = attemptId;
        this.#changed(examId);
      },
      heard: () => {
        const wasGone = this.#isGone(page);
        page.heardAt = this.#now();
        if (wasGone) this.#changed(examId);
      },
      leave: () => {
        if (this.#exams.get(examId)?.pages.delete(page)) this.#changed(examId);
      },
    };
  }

  /** Everybody in a room, by name, each once. */
  present(examId: string): Present[] {
    const exam = this.#exams.get(examId);
    return exam === undefined ? [] : merged([...this.#ownOf(exam), ...[...exam.elsewhere.values()].flat()]);
  }

  /** Takes in who is in a room on another instance, while the room is open here. */
  hear(examId: string, instance: string, people: readonly Present[]): void {
    this.#of(examId).elsewhere.set(instance, people);
    this.#changed(examId);
  }

  /** Nobody is on an instance that is gone. */
  forget(instance: string): void {
    for (const [examId, { elsewhere }] of this.#exams) if (elsewhere.delete(instance)) this.#changed(examId);
  }

  /** Tells other instances who is in a room here. */
  publish(examId: string): void {
    const exam = this.#exams.get(examId);
    if (exam !== undefined) this.#feed.people(examId, this.#ownOf(exam));
  }

  /** The room is closed here: nobody is in it on this instance. */
  close(examId: string): void {
    const exam = this.#exams.get(examId);
    this.#exams.delete(examId);
    if (exam !== undefined && exam.toldElsewhere !== NOBODY) this.#feed.people(examId, []);
  }

  /** Looks for pages that have not been heard of. Called by the housekeeping tick. */
  sweep(): void {
    for (const [examId, exam] of this.#exams) {
      if (exam.told !== JSON.stringify(this.present(examId))) this.#changed(examId);
    }
  }

  #of(examId: string): ExamPeople {
    const exam = this.#exams.get(examId) ??
      { pages: new Set(), elsewhere: new Map(), told: NOBODY, toldElsewhere: NOBODY, isScheduled: false };
    this.#exams.set(examId, exam);
    return exam;
  }

  #isGone({ heardAt }: Page): boolean {
    return this.#now() - heardAt > UNHEARD_MS;
  }

  #ownOf({ pages }: ExamPeople): Present[] {
    const here = [...pages].filter((page) => !this.#isGone(page));
    return merged(here.map(({ name, looksAt }) => ({ name, looks_at: looksAt === null ? [] : [looksAt] })));
  }

  #changed(examId: string): void {
    const exam = this.#of(examId);
    if (exam.isScheduled) return;
    this.#tell(examId, exam);
    this.#wait(examId, exam);
  }

  /** What changes meanwhile is told after a while, and then it is waited again. */
  #wait(examId: string, exam: ExamPeople): void {
    exam.isScheduled = true;
    this.#schedule(() => {
      exam.isScheduled = false;
      if (this.#exams.get(examId) === exam && this.#tell(examId, exam)) this.#wait(examId, exam);
    }, TELL_EVERY_MS);
  }

  /** @returns Whether there was anything to tell. */
  #tell(examId: string, exam: ExamPeople): boolean {
    const own = this.#ownOf(exam);
    const ownText = JSON.stringify(own);
    const isOwnNews = ownText !== exam.toldElsewhere;
    if (isOwnNews) {
      exam.toldElsewhere = ownText;
      this.#feed.people(examId, own);
    }
    const people = this.present(examId);
    const text = JSON.stringify(people);
    if (text === exam.told) return isOwnNews;
    exam.told = text;
    this.onChange(examId, people);
    return true;
  }
}

const NOBODY = "[]";

/** Each once, by name, with all that they look at. */
function merged(people: readonly Present[]): Present[] {
  const looks = new Map<string, Set<string>>();
  for (const { name, looks_at } of people) {
    const known = looks.get(name) ?? new Set();
    for (const attemptId of looks_at) if (known.size < MOST_LOOKS) known.add(attemptId);
    looks.set(name, known);
  }
  return [...looks].map(([name, looksAt]) => ({ name, looks_at: [...looksAt].sort() }))
    .sort((a, b) => a.name < b.name ? -1 : 1);
}
