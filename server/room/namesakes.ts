import type { Namesake } from "../../protocol/proctor_messages.ts";
import { foldedName, nameSkeleton } from "../attempts/name_skeleton.ts";

/** Attempts by name, case apart. */
type Group = Map<string, string[]>;

/**
 * Whose names are like somebody else's in a room. Each join looks at its own group only, and an attempt's mark changes
 * twice at most.
 */
export class Namesakes {
  readonly #groups = new Map<string, Group>();
  readonly #marks = new Map<string, Namesake>();
  readonly #known = new Set<string>();

  /** How an attempt's name is like another one's, or null. */
  of(attemptId: string): Namesake | null {
    return this.#marks.get(attemptId) ?? null;
  }

  /** Takes in who has joined. @returns Others whose marks have changed by it. */
  add(attemptId: string, name: string): string[] {
    if (this.#known.has(attemptId)) return [];
    this.#known.add(attemptId);
    const skeleton = nameSkeleton(name);
    const group: Group = this.#groups.get(skeleton) ?? new Map();
    this.#groups.set(skeleton, group);
    const folded = foldedName(name);
    const sameName = group.get(folded) ?? [];
    const isNewName = sameName.length === 0;
    sameName.push(attemptId);
    group.set(folded, sameName);
    if (group.size > 1) {
      if (isNewName && group.size === 2) return this.#mark([...group.values()].flat(), "look_alike", attemptId);
      this.#marks.set(attemptId, "look_alike");
      return [];
    }
    if (sameName.length === 2) return this.#mark(sameName, "same", attemptId);
    if (sameName.length > 2) this.#marks.set(attemptId, "same");
    return [];
  }

  #mark(attemptIds: readonly string[], mark: Namesake, joined: string): string[] {
    for (const attemptId of attemptIds) this.#marks.set(attemptId, mark);
    return attemptIds.filter((attemptId) => attemptId !== joined);
  }
}
