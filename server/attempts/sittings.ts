import { Refusal } from "../errors.ts";
import type { Exam } from "../store/exam_store.ts";
import type { Mutation } from "../store/mutation.ts";
import type { Seats } from "../store/sitting_store.ts";
import type { Stores } from "../store/stores.ts";
import { nameSkeleton } from "./name_skeleton.ts";

type SittingStores = Pick<Stores, "sittings" | "namesakes">;

/** Told that somebody came with a number that sits already, in the attempt that it sits in. */
type OnSitting = (attemptId: string) => void;

/** An attempt that a proctor has released to whoever joins next with its number, and what uses the release up. */
export async function releasedTo(
  { sittings }: SittingStores,
  { examId }: Exam,
  number: string,
): Promise<{ attemptId: string; used: Mutation[] } | null> {
  const { seats, turn } = await sittings.of(examId, number);
  const released = seats.find((seat) => seat.isReleased);
  if (released === undefined) return null;
  const { attemptId } = released;
  return { attemptId, used: [...turn, sittings.put(examId, number, attemptId, false)] };
}

/**
 * What seats a new attempt under its student's number, of which the atomic fails where another one was faster.
 *
 * @param seats As they were read.
 * @throws {Refusal} `conflict` where the number has sat as often as the exam allows.
 */
export function takeSeat(
  { sittings }: SittingStores,
  { examId, document }: Exam,
  number: string,
  { seats, turn }: Seats,
  attemptId: string,
  onSitting: OnSitting,
): Mutation[] {
  if (seats.length < document.attempts_per_student) {
    return [...turn, sittings.put(examId, number, attemptId, false)];
  }
  onSitting(seats[seats.length - 1].attemptId);
  throw new Refusal("conflict", "number_used", { path: "student.number" });
}

/** What frees the number and the name of an attempt. */
export function leaveSeat(
  { sittings, namesakes }: SittingStores,
  { attemptId, examId, student }: { attemptId: string; examId: string; student: { name: string; number?: string } },
): Mutation[] {
  return [
    namesakes.remove(examId, nameSkeleton(student.name), attemptId),
    ...(student.number === undefined ? [] : [sittings.remove(examId, student.number, attemptId)]),
  ];
}

/** Whether proctors are told of another attempt of a name: at three, and whenever there are twice as many. */
export function isManyOfAName(count: number): boolean {
  return count >= 3 && Number.isInteger(Math.log2(count / 3));
}
