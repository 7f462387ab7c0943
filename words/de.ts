import { page } from "./de/page.ts";
import type { Sentences } from "./words.ts";

export const de: Sentences = { page };
