import { Question } from "../../../../protocol/items/registry.ts";
import { MediaAnswer } from "../../../../protocol/media.ts";
import { callStaff, type Outcome } from "../../../staff/staff_api.ts";
import type { DrawnPage } from "./use_drawn_pages.ts";

/** A slow network takes its time for two megabytes, ms. */
const SENT_WITHIN_MS = 60_000;

/** An essay about a page of a paper. Its text is what stands for the picture, until it has one that is stored. */
export function pageQuestion(page: number, alternative: string): Question {
  return Question.parse({ id: `page${page}`, type: "essay", text: alternative });
}

/** The question with the picture that its text stands for. */
export function withPicture(question: Question, mediaId: string): Question {
  return { ...question, text: `![${plain(question.text)}](media:${mediaId})` };
}

/** Stores the picture of a page. @param media Address that takes it. */
export async function keepPage({ picture }: DrawnPage, media: string): Promise<Outcome<string>> {
  const outcome = await callStaff({
    method: "POST",
    path: media,
    content: picture,
    answer: MediaAnswer,
    withinMs: SENT_WITHIN_MS,
  });
  return outcome.ok ? { ok: true, value: outcome.value.media_id } : outcome;
}

/** Alternative text as Markdown takes it between square brackets. */
function plain(text: string): string {
  return text.trim().replace(/\s+/g, " ").replace(/[\\[\]]/g, (sign) => `\\${sign}`);
}
