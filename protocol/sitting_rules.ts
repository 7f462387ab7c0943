import { z } from "zod";

/** What is asked of students while they write. Said, and counted by what is captured anyway; nothing of it is held back. */
export const SittingRules = z.strictObject({
  fullscreen: z.enum(["ask"]).optional().describe("Asked for, but of nobody who uses assistive technology"),
  copy: z.enum(["discourage"]).optional().describe("Of the paper; own text may always be copied"),
  print: z.enum(["discourage"]).optional().describe("The paper is not on what is printed"),
  context_menu: z.enum(["discourage"]).optional().describe("The menu of the right button, outside of answers"),
});
export type SittingRules = z.infer<typeof SittingRules>;

/** Names of the rules. */
export type RuleName = keyof SittingRules;
export const RULE_NAMES = SittingRules.keyof().options;
