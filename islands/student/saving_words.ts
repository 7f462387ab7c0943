import type { Speaker } from "../../words/speaker.ts";
import type { Sentences } from "../../words/words.ts";
import type { ExamModel, Saving } from "./exam_model.ts";

/** How the answers and the connection stand, by the name in `words/`. */
export type SavingName = Saving | "unsavedOffline" | "offline";

/** How the answers and the connection stand: in a word or two, and what to do where there is something to do. */
export function savingWords(
  model: ExamModel,
  words: Sentences["examStatus"]["saving"],
  speaker: Speaker,
): { name: SavingName; text: string; more: string } {
  const name = nameOf(model.saving.value, model.link.value.kind === "online");
  const kept = model.isTimeUp.value ? words.atTheEnd : model.isDurable.value ? words.kept : words.notKept;
  const more = {
    saved: "",
    saving: "",
    unsaved: kept,
    unsavedOffline: kept,
    offline: speaker.say(words.connecting, { kept }),
  };
  return { name, text: words[name], more: more[name] };
}

function nameOf(saving: Saving, isOnline: boolean): SavingName {
  if (isOnline) return saving;
  return saving === "unsaved" ? "unsavedOffline" : "offline";
}
