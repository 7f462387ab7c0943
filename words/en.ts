import { page } from "./en/page.ts";

/** English, which every other language follows: its keys, and the values in each sentence. */
export const en = { page } as const;
