import { list, number, object, text } from "../../link/reader.ts";

/** Readers of what every question has, beside its type. */
export const prompt = { id: text, text, points: number };

/** Reads choices. */
export const choices = list(object<{ id: string; text: string }>({ id: text, text }));
