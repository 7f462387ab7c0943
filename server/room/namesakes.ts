import type { Namesake } from "../../protocol/proctor_messages.ts";
import { foldedName, nameSkeleton } from "../attempts/name_skeleton.ts";

/** Attempts by name, case apart. */
type Group = Map<string, string[]>;

/**
 * Whose names are like somebody else's in a room. Each join looks at its own group only, and changes an attempt's mark
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

  /** Takes out who was removed. @returns Others whose marks have changed by it. */
  remove(attemptId: string, name: string): string[] {
    if (!this.#known.delete(attemptId)) return [];
    this.#marks.delete(attemptId);
    const group: Group = this.#groups.get(nameSkeleton(name)) ?? new Map();
    const folded = foldedName(name);
    const sameName = (group.get(folded) ?? []).filter((other) => other !== attemptId);
    if (sameName.length > 0) group.set(folded, sameName);
    else group.delete(folded);
    if (group.size > 1) return [];
    const [left = []] = group.values();
    return this.#mark(left, left.length > 1 ? "same" : null, attemptId);
  }

  #mark(attemptIds: readonly string[], mark: Namesake | null, about: string): string[] {
    const changed = attemptIds.filter((attemptId) => this.of(attemptId) !== mark);
    for (const attemptId of changed) {
      if (mark === null) this.#marks.delete(attemptId);
      else this.#marks.set(attemptId, mark);
    }
    return changed.filter((attemptId) => attemptId !== about);
  }
}
