import type { done } from "../../../words/en/done.ts";
import type { Told } from "../../../words/sentence.ts";
import { Said } from "../../components/said.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";

/** What was done to an attempt. */
export interface Deed {
  done: Told<typeof done["kinds"]>;
  /** `student`, `system`, or the name of somebody of the staff; null where it goes without saying. */
  by: string | null;
  /** As whoever did it wrote it. */
  reason: string | null;
}

/** A deed in a sentence: what, by whom, and why. */
export function DeedText({ deed: { done, by, reason } }: { deed: Deed }) {
  const { speaker } = useSpeech();
  const words = useWords("done");
  const what = speaker.tell(words.kinds, done);
  const whole = by === null ? what : <Said sentence={words.by} places={{ done: what, by: <By name={by} /> }} />;
  if (reason === null || reason === "") return <>{whole}</>;
  return <Said sentence={words.why} places={{ done: whole, reason: <bdi>{reason}</bdi> }} />;
}

function By({ name }: { name: string }) {
  const words = useWords("done");
  if (name === "student") return <>{words.byStudent}</>;
  if (name === "system") return <>{words.bySystem}</>;
  return <Said sentence={words.byPerson} places={{ name: <bdi>{name}</bdi> }} />;
}
