import { JoinRefused } from "./join_students.ts";
import { OpeningFailed } from "./open_students.ts";

/** What a run asks for, as far as advice on it needs. */
interface Asked {
  url: string;
  code: string;
  students: number;
}

/** Sockets that are open besides the students' and proctors', files of the program among them. */
const DESCRIPTORS_BESIDE = 100;

/**
 * Why a run could not take place, and what to do about it; null for a fault of ours.
 *
 * @param error What {@link ./load_hall.ts} threw.
 */
export function adviceOn(error: unknown, asked: Asked): string | null {
  if (error instanceof JoinRefused) return adviceOnJoining(error, asked);
  if (error instanceof OpeningFailed) return [error.message, adviceOnSockets(error, asked)].join(". ").trim();
  return null;
}

function adviceOnJoining({ code, message, joined }: JoinRefused, asked: Asked): string {
  if (code === "unknown_exam") return `There is no exam with the code "${asked.code}" at ${asked.url}.`;
  if (code === "rate_limited") {
    return `After ${joined} of ${asked.students} students nobody else from this address may join for a while. Wait a ` +
      `minute and try fewer, or start the server with INVIGIL_JOINS_PER_MINUTE=${asked.students} or more.`;
  }
  return `${message} (after ${joined} of ${asked.students} students).`;
}

function adviceOnSockets({ end }: OpeningFailed, { students }: Asked): string {
  const isLimited = end?.kind === "refused" && end.status === 429 || end?.kind === "closed" && end.code === 4429;
  if (isLimited) return `Start the server with INVIGIL_SOCKETS_PER_ADDRESS=${students} or more, or try fewer students.`;
  if (end?.kind === "broken") {
    return "The server may have too few descriptors: raise what a process of its machine may open (ulimit -n).";
  }
  return "";
}

/**
 * Whether this machine lets one process open as many connections as a run needs: null where it does, or does not say.
 *
 * @param limits Content of `/proc/self/limits`, or null where there is none.
 * @param sockets Of students and proctors.
 *
 * @example
 * const limits = "Max open files            1024                 524288               files";
 * assert.equal(tooFewDescriptors(limits, 200), null);
 */
export function tooFewDescriptors(limits: string | null, sockets: number): string | null {
  const most = Number(/^Max open files\s+(\d+)/m.exec(limits ?? "")?.[1] ?? Infinity);
  const needed = sockets + DESCRIPTORS_BESIDE;
  if (needed <= most) return null;
  return `This machine lets a process open ${most} files and sockets, and ${sockets} students and proctors need ${needed}. ` +
    `Raise it (ulimit -n ${needed}), or try fewer.`;
}
