import { ACCESS_CASES } from "./access_cases.ts";
import { AGENT_CASES } from "./agent_cases.ts";
import { ANOTHER_PERSON_CASES } from "./another_person_cases.ts";
import type { Case } from "./case.ts";
import { COPYING_CASES } from "./copying_cases.ts";
import { FORGED_CASES } from "./forged_cases.ts";
import { INTERRUPTION_CASES } from "./interruption_cases.ts";
import { LOOKED_UP_CASES } from "./looked_up_cases.ts";
import { OTHER_INPUT_CASES } from "./other_input_cases.ts";
import { OWN_TEXT_CASES } from "./own_text_cases.ts";
import { PASTING_CASES } from "./pasting_cases.ts";
import { PLAIN_CASES } from "./plain_cases.ts";
import { POINTER_PROGRAM_CASES } from "./pointer_program_cases.ts";
import { PROGRAM_CASES } from "./program_cases.ts";
import { WITHOUT_KEYS_CASES } from "./without_keys_cases.ts";

/**
 * Every kind of sitting that the scorer is measured on, each with the level it should come to. No case was recorded:
 * each is generated over real people's keys and pointers, or simulated, and none is one of the files that show a fault.
 */
export const CASES: readonly Case[] = [
  ...COPYING_CASES,
  ...LOOKED_UP_CASES,
  ...PASTING_CASES,
  ...WITHOUT_KEYS_CASES,
  ...ANOTHER_PERSON_CASES,
  ...PROGRAM_CASES,
  ...AGENT_CASES,
  ...POINTER_PROGRAM_CASES,
  ...FORGED_CASES,
  ...PLAIN_CASES,
  ...OWN_TEXT_CASES,
  ...INTERRUPTION_CASES,
  ...OTHER_INPUT_CASES,
  ...ACCESS_CASES,
];
