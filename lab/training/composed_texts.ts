import { type CompositionMeasures } from "../../scoring/composition/composition_features.ts";
import { CompositionReader } from "../../scoring/composition/composition_reader.ts";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { argumentationEvents, type ArgumentationSession } from "../data_sets/argumentation.ts";
import { coauthorEvents, type CoauthorSession, startOfText } from "../data_sets/coauthor.ts";

/** A text that its writer composed, as far as it had come. */
export interface ComposedText {
  data: "coauthor" | "argumentation";
  writer: string;
  measures: CompositionMeasures;
}

/** A text is looked at when so many characters were written, and at its end. */
const LOOKS_AT = [1_000, 1_500, 2_000];
/** Less says nothing. */
const LEAST_CHARACTERS = 550;

/**
 * What the other writers composed, read as the signal reads it. They type otherwise than those of the table of essays:
 * faster, on other keyboards, in a second language. A model that never saw them takes the sure ones for copyists.
 */
export function composedTexts(
  sessions: readonly CoauthorSession[],
  argumentation: readonly ArgumentationSession[],
): ComposedText[] {
  return [
    ...sessions.flatMap((session) =>
      looks(coauthorEvents(session, 0, session.k.length, startOfText()).events)
        .map((measures): ComposedText => ({ data: "coauthor", writer: session.w, measures }))
    ),
    ...argumentation.flatMap((session) =>
      looks(argumentationEvents(session))
        .map((measures): ComposedText => ({ data: "argumentation", writer: session.s, measures }))
    ),
  ];
}

function looks(events: readonly ScorableEvent[]): CompositionMeasures[] {
  const reader = new CompositionReader();
  const seen: CompositionMeasures[] = [];
  let next = 0;
  for (const event of events) {
    if (event.type === "keystroke_data") reader.key(event);
    else if (event.type === "answer_edit") reader.edit(event);
    if (next < LOOKS_AT.length && reader.written >= LOOKS_AT[next]) {
      seen.push(reader.measures());
      next++;
    }
  }
  if (reader.written >= LEAST_CHARACTERS) seen.push(reader.measures());
  return seen;
}
