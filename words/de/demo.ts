import type { Sentences } from "../words.ts";

export const demo: Sentences["demo"] = {
  title: "Ausprobieren: zwei Minuten als Prüfling und Aufsicht",
  lead:
    "Auf der einen Seite schreiben Sie, auf der anderen sehen Sie, was die Aufsicht sähe. Alles geschieht auf dieser Seite: Nichts wird gesendet, nichts bleibt.",
  noScript:
    "Diese Seite braucht JavaScript: Die Prüfung und was die Aufsicht sieht laufen in ihr. Nichts davon wird gesendet.",
  exam: "Die Prüfung",
  before:
    "Eine Frage, wie in einer echten Prüfung. Sobald Sie beginnen, zeichnet diese Seite auf, was eine Prüfung aufzeichnet.",
  start: "Beginnen",
  question: "Was haben Sie am letzten Wochenende getan? Schreiben Sie ein paar Sätze.",
  finish: "Abgeben",
  again: "Noch einmal",
  below: "Weiter unten: wie Ihre Antwort entstanden ist",
  guide: "Was Sie ausprobieren können",
  tries: {
    write:
      "Schreiben Sie zwei, drei eigene Sätze. Ein Risiko braucht etwas zum Ansehen: Anfangs reicht es für keine Aussage.",
    paste: "Kopieren Sie etwas von einer anderen Seite, und fügen Sie es ein.",
    leave:
      "Wechseln Sie für eine halbe Minute in einen anderen Tab oder ein anderes Fenster, und schreiben Sie danach weiter.",
    retype: "Tippen Sie diesen Absatz ab, wie er da steht:",
    program: "Lassen Sie ein kleines Programm für Sie tippen:",
  },
  copyThis:
    "Der Leuchtturm am Ende der Mole wurde 1874 gebaut, und neunzig Jahre lang stieg jeden Abend ein Wärter die Treppe hinauf, um die Lampe anzuzünden.",
  letType: "Für mich tippen",
  typed:
    "Am Samstag nahmen wir den frühen Zug an die Küste und gingen am Strand entlang, bis der Regen kam, und dann saßen wir in einem Café und lasen.",
  proctor: "Was die Aufsicht sieht",
  nothingYet: "Noch nichts: Es beginnt mit der Prüfung.",
  of100: "von 100",
  signals: "Jedes Anzeichen",
  replay: "Danach: wie die Antwort entstand",
  replayLead: "Das spielt die Durchsicht ab, und auch Sie. Am Ende steht genau, was Sie abgegeben haben.",
  whatIf: "Danach: was wäre, wenn?",
  whatIfLead:
    "Dieselben Ereignisse, anders bewertet: Was wäre, wenn man von einem Diktat gewusst hätte, oder ein Anzeichen nicht zählte?",
  events: "Die Ereignisse",
  eventsLead:
    "Alles, was hier aufgezeichnet wurde, eine Zeile je Sekunde. Mit dem Code von Invigil macht „deno task score“ daraus dieselben Zahlen.",
  save: "Ereignisse speichern",
};
