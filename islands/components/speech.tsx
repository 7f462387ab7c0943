import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import { Speaker } from "../../words/speaker.ts";
import type { Group, Sentences, Words } from "../../words/words.ts";

/** What a page says, and in which language: the sentences that it carries, and who says them. */
export interface Speech {
  speaker: Speaker;
  sentences: Partial<Sentences>;
}

/** As {@link Speech} travels from the server to the page: some groups of a language's words. */
export type PageWords = Omit<Words, "sentences"> & { sentences: Partial<Sentences> };

const SpeechContext = createContext<Speech | null>(null);

/** Makes a page's words speak. */
export function speechOf({ language, counted, sentences }: PageWords): Speech {
  return { speaker: new Speaker(language, counted), sentences };
}

/**
 * A group of a page's words.
 *
 * @throws {TypeError} If the page does not carry that group.
 */
export function wordsOfPage<Name extends Group>({ sentences }: Speech, group: Name): Sentences[Name] {
  const words: Partial<Sentences>[Name] = sentences[group];
  if (words === undefined) throw new TypeError(`Cannot speak: no words of ${group}`);
  return words;
}

/** Lets everything below speak. */
export function Speaking({ speech, children }: { speech: Speech; children: ComponentChildren }) {
  return <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>;
}

/** The page's speech, for a component. @throws {TypeError} Outside of {@link Speaking}. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new TypeError("Cannot speak here");
  return speech;
}

/** A group of the page's words, for a component. @throws {TypeError} If the page does not carry it. */
export function useWords<Name extends Group>(group: Name): Sentences[Name] {
  return wordsOfPage(useSpeech(), group);
}
