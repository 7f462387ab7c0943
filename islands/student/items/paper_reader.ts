import { list, number, object, optional, text } from "../../link/reader.ts";

/** Readers of what every question has, beside its type. */
export const prompt = { id: text, text, html: optional(text), points: number, section: optional(text) };

/** Reads choices. */
export const choices = list(
  object<{ id: string; text: string; html?: string }>({ id: text, text, html: optional(text) }),
);
