import type { Sentences } from "../words.ts";

export const editorProblems: Sentences["editorProblems"] = {
  text_missing: "der Text fehlt",
  part_missing: "ein Text darin fehlt",
  missing: "Schreiben Sie hier etwas",
  title_missing: "Geben Sie der Prüfung einen Titel",
  duration_missing: "Geben Sie an, wie viele Minuten Prüflinge haben",
  number: "Geben Sie eine Zahl ein",
  between: "Geben Sie eine Zahl von {least:plain} bis {most:plain} ein",
  least: "Geben Sie eine Zahl ab {least:plain} ein",
  whole: "Geben Sie eine ganze Zahl ein",
  too_long: "Kürzen Sie dies auf {most:plain} Zeichen",
  too_few: "Mindestens {least:number} sind nötig",
  too_many: "Höchstens {most:number} können hier stehen",
  moment: "Geben Sie Tag und Uhrzeit ein",
  after_opening: "Die Prüfung muss nach dem Öffnen schließen",
  each_gap_once: "Jede Lücke steht einmal im Text",
  gap_missing: "Machen Sie mindestens eine Lücke",
  not_valid: "So kann dies nicht gespeichert werden",
};
