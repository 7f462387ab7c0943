import type { Sentences } from "../words.ts";

export const imports: Sentences["imports"] = {
  encoding: "Die Datei ist nicht in UTF-8; sie wurde als {encoding} gelesen. Bitte Umlaute und Akzente prüfen.",
  nothing: "In der Datei wurde keine Frage gefunden.",
  too_many: "Die Datei hat mehr als {most} Fragen; der Rest wurde weggelassen.",
  more_than_an_exam: "Das sind {questions} Fragen; eine Prüfung fasst {most}.",
  more_notes: "{notes} weitere Hinweise werden nicht gezeigt.",
  id_renamed: "Die Kennung „{id}“ kommt doppelt vor; diese Frage heißt „{other}“.",
  changed_since:
    "Die Frage wurde seit dem Export geändert: Was ihr Format nicht sagen kann, wurde nur zum Teil übernommen.",
  no_question: "Das ist keine Frage.",
  too_long: "Die Frage ist länger als {most} Zeichen.",
  unknown_type: "Für {type} gibt es hier keinen Fragetyp.",
  feedback_left_out: "Rückmeldungen wurden weggelassen.",
  weights_left_out: "Gewichte von Antworten wurden weggelassen: jede richtige zählt gleich viel.",
  further_numbers_left_out: "Von mehreren Zahlen wurde nur die erste übernommen.",
  no_key: "Keine Antwort ist als richtig markiert: diese Frage bewertet ein Mensch.",
  not_json: "Ab hier ist die Datei kein JSON.",
  gift_syntax: "Ab hier ist das nicht als GIFT zu lesen.",
  gift_two_questions: "Hier stehen zwei Fragen ohne Leerzeile dazwischen.",
  aiken_no_question: "Hier steht eine Antwort ohne Frage.",
  aiken_no_answer: "Der Frage fehlt die Zeile mit der Antwort (ANSWER: A).",
  csv_header: "Die erste Zeile muss die Spalten benennen; eine davon muss „text“ heißen.",
  csv_broken: "Ab hier ist die Tabelle nicht zu lesen: vielleicht fehlt ein Anführungszeichen.",
  unknown_column: "Die Spalte „{column}“ ist unbekannt und wurde weggelassen.",
};
