import type { Sentences } from "../words.ts";

export const fieldProblems: Sentences["fieldProblems"] = {
  nothing_visible: "braucht mindestens ein sichtbares Zeichen",
  too_many_characters: "darf höchstens {value} Zeichen haben",
  piled_marks: "hat mehr Zeichen über einem Buchstaben, als sich lesen lassen",
  id_form: "muss aus 1 bis 64 Buchstaben, Ziffern, - oder _ bestehen",
  local_path: "muss ein Pfad auf diesem Server sein",
  username_form: "muss aus 2 bis 64 Kleinbuchstaben, Ziffern, ., _, @ oder - bestehen",
  code_form: "muss aus 3 bis 32 Buchstaben, Ziffern oder - bestehen",
  one_time_code_form: "muss aus 6 Ziffern bestehen",
  language_tag: "muss eine Sprachkennung (BCP 47) sein, etwa de oder pt-BR",
  used_twice: "„{value}“ kommt zweimal vor",
  token_used_twice:
    "gehört, so wie man ihn eintippt (ohne Groß- und Kleinschreibung und Bindestriche), auch zu jemand anderem",
  no_choice: "„{value}“ ist keine der Antworten",
  unreadable: "lässt sich nicht lesen",
  choices_differ: "die Kennungen der Antworten müssen sich unterscheiden",
  each_choice_once: "muss jede Antwort einmal nennen",
  ids_tell_order:
    "hat Kennungen, die die richtige Reihenfolge verraten, etwa a, b, c: Wählen Sie andere, denn Studierende können sie sehen",
  each_gap_once: "muss jede Lücke einmal enthalten, als [[Kennung]], und keine anderen",
  gap_id_form: "muss aus 1 bis 32 Buchstaben, Ziffern, - oder _ bestehen",
  after_opening: "muss nach opens_at liegen",
  roster_needed: "muss mindestens eine Person nennen, wenn join roster ist",
};
