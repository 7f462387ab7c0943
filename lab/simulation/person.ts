import type { Random } from "../../scoring/models/random.ts";
import { logNormal, pick } from "./distributions.ts";
import { type Persona, type PersonaName, personaOf } from "./persona.ts";
import { drawHand, type PointerProfile, PRACTISED_HAND } from "./pointer_profile.ts";
import { atPace, drawTypist, MIDDLING_TYPIST, type TypingProfile } from "./typing_profile.ts";

/** Who sits at the desk: a persona's habits with one person's own hands. */
export interface Person {
  readonly persona: Persona;
  typing: TypingProfile;
  pointer: PointerProfile | null;
}

/**
 * A person drawn from a persona. Two seeds give two people of the same kind.
 *
 * @example
 * assert.equal(drawPerson("screen_reader", createRandom(1)).pointer, null);
 */
export function drawPerson(name: PersonaName, random: Random): Person {
  const persona = personaOf(name);
  const isScript = persona.pointer?.motion === "script";
  return {
    persona,
    typing: isScript ? persona.typing : drawTypist(persona.typing, random),
    pointer: persona.pointer === null ? null : drawHand(persona.pointer, random),
  };
}

/**
 * Hands the desk to somebody else: another pace, another dwell, another hand; habits of the sitting stay.
 *
 * @example
 * const person = drawPerson("taken_over", createRandom(1));
 * const dwellMs = person.typing.dwellMs;
 * handOver(person, createRandom(2));
 * assert.notEqual(person.typing.dwellMs, dwellMs);
 */
export function handOver(person: Person, random: Random): void {
  // Somebody of the same pace would not be another person to any rhythm, so the pace differs by a third and more.
  const pace = pick(random, [0.55, 0.62, 1.45, 1.7]);
  const dwellMs = person.typing.dwellMs * pick(random, [0.68, 0.75, 1.3, 1.45]);
  person.typing = { ...drawTypist(atPace(MIDDLING_TYPIST, pace), random), dwellMs };
  person.typing.slipShare = logNormal(random, 0.03, 0.4);
  person.pointer = drawHand({ ...PRACTISED_HAND, reachMs: 150 * pace, aimMs: 140 * pace, tremor: 0.0012 }, random);
}
