import { signal } from "@preact/signals";
import { readNumber } from "../../protocol/items/read_number.ts";
import { type Rubric, rubricPoints } from "../../protocol/items/rubric.ts";
import type { Mark } from "../../protocol/marks.ts";
import type { Draft } from "./drafts.ts";

/** What a marker has written into the form: points as they were typed, a comment, and the criteria that are met. */
export class WrittenMark {
  readonly points = signal("");
  readonly comment = signal("");
  readonly met = signal<readonly string[]>([]);

  /** Puts a draft into the form, or else a mark; empties it for neither. */
  show(draft: Draft | null, mark: Mark | undefined): void {
    this.points.value = draft?.points ?? mark?.points?.toString() ?? "";
    this.comment.value = draft?.comment ?? mark?.comment ?? "";
    this.met.value = draft?.met ?? mark?.rubric ?? [];
  }

  toDraft(): Draft {
    return { points: this.points.value, comment: this.comment.value, met: [...this.met.value] };
  }

  /** Whether it says what a mark says already. */
  isSameAs(mark: Mark): boolean {
    const points = this.points.value.trim();
    const isSame = points === "" ? mark.points === null : readNumber(points) === mark.points;
    return isSame && this.met.value.join() === (mark.rubric ?? []).join() &&
      this.comment.value.trim() === (mark.comment ?? "");
  }

  /** The points, or null where they are no number that a question of so many takes. */
  pointsWithin(max: number): number | null {
    const points = readNumber(this.points.value);
    return points === null || points < 0 || points > max ? null : points;
  }

  /** Points of another half more or less, within the question's. */
  stepped(by: number, max: number): string {
    const before = readNumber(this.points.value) ?? 0;
    return String(Math.min(max, Math.max(0, before + by)));
  }

  /** Says that a criterion is met, or takes it back. @returns What all of them give together. */
  toggle(rubric: Rubric, id: string, max: number): string {
    const isMet = this.met.value.includes(id);
    this.met.value = rubric.map((one) => one.id).filter((one) => one === id ? !isMet : this.met.value.includes(one));
    return String(rubricPoints(rubric, this.met.value, max));
  }
}
