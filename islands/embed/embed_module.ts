import { start } from "./embed.ts";

export { start };
/** As the classic script has it: `Invigil.start(…)`. */
export const Invigil = { start };
