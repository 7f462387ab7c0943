import type { Random } from "../../scoring/models/random.ts";
import { pick } from "./distributions.ts";
import { type Persona, type PersonaName, personaOf } from "./persona.ts";
import { drawHand, type PointerProfile, PRACTISED_HAND } from "./pointer_profile.ts";
import { atPace, drawTypist, TWO_FINGER_TYPIST, type TypingProfile } from "./typing_profile.ts";

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
 * Hands the desk to somebody else: another way of typing, another dwell, another hand; habits of the sitting stay.
 *
 * @example
 * const person = drawPerson("taken_over", createRandom(1));
 * const dwellMs = person.typing.dwellMs;
 * handOver(person, createRandom(2));
 * assert.notEqual(person.typing.dwellMs, dwellMs);
 */
export function handOver(person: Person, random: Random): void {
  // Another pace alone is what anybody's typing may come to: another person has another way of typing.
  const pace = pick(random, [0.65, 0.75, 0.9, 1]);
  const dwellMs = person.typing.dwellMs * pick(random, [0.6, 0.68, 1.45, 1.6]);
  person.typing = { ...drawTypist(atPace(TWO_FINGER_TYPIST, pace), random), dwellMs };
  person.pointer = drawHand({ ...PRACTISED_HAND, reachMs: 150 * pace, aimMs: 140 * pace, tremor: 0.0012 }, random);
}
