import { KeptSwitch } from "./kept_switch.ts";

/**
 * Whether the room's keys of one letter are on, kept in this browser. Who speaks to a computer may type them unmeant, and
 * turns them off.
 */
export class LetterKeys extends KeptSwitch {
  constructor() {
    super("invigil.letter_keys", true);
  }
}
