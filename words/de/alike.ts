import type { Sentences } from "../words.ts";

export const alike: Sentences["alike"] = {
  pageTitle: "Ähnliche Antworten: {exam}",
  title: "Ähnliche Antworten",
  lead: "Stellen zum Hinsehen, kein Risiko: Jede kann einen einfachen Grund haben, und keine Bewertung weiß davon.",
  back: "Zurück zur Durchsicht",
  compare: "Antworten vergleichen",
  compareAgain: "Noch einmal vergleichen",
  comparing: "Es wird verglichen. Das dauert ein paar Sekunden; nichts davon wird aufbewahrt.",
  compared:
    "Verglichen: {persons:students}, deren Versuche zu Ende sind, und {questions:questions} mit Schlüssel oder Punkten.",
  leftOut: "Ausgelassen, weil die Antworten entfernt sind: {n:students}.",
  tooSmallTitle: "Zu klein für einen Vergleich",
  pairs: "Paare",
  people: "Einzelne",
  how: "Wie verglichen wird",
  howLead: "Jeder Index mit dem, was er voraussetzt, und der kleinsten Prüfung, über die er etwas sagt.",
  assumes: "Setzt voraus: {assumption}",
  from: "Ab {persons:students} und {questions:questions}.",
  upTo: "Bei mehr als {most:students} sagt ein anderer Index dasselbe besser.",
  notUsed: "hier nicht angesehen",
  chance: "Zufall {percent} %",
  chanceBelow: "Zufall unter 0,1 %",
  two: "{one} und {other}",
  passageOf: "{length:plain} Buchstaben und Zeichen; Paare mit einer so langen: {count:plain}",
  of: "{n} von {all}",
  more: "Mehr zeigen ({n})",
  reading: "Beide Texte werden gelesen…",
  cut: "Es gab mehr Stellen, als hier stehen.",
  columns: {
    students: "Prüflinge",
    student: "Prüfling",
    same: "Gleiche Antworten",
    wrong: "Gleiche falsche",
    chance: "Zufall, berichtigt",
  },
  too_small:
    "Diese Prüfung ist zu klein, um Antworten zu vergleichen: {persons} Personen und {questions} Fragen, die Personen unterscheiden. Ab {least_persons} Personen und {least_questions} Fragen lässt sich etwas sagen.",
  nothing: "Nichts ist hier ähnlicher, als es der Zufall ergibt.",
  corrected:
    "Die Wahrscheinlichkeiten sind für alles Verglichene berichtigt: Von dem, was hier steht, ist höchstens jedes Zwanzigste reiner Zufall.",
  looked_at: "{count} verglichen",
  indices: {
    same_answers: {
      name: "Gleiche Antworten",
      meaning: "Mehr gleiche Antworten, als die Fähigkeit beider ergibt (ω; verallgemeinerter Binomialtest)",
      assumes:
        "Bei gegebener Fähigkeit sind Antworten unabhängig; falsche Antworten verteilen sich bei jeder Fähigkeit gleich. Die Parameter stammen aus dieser Prüfung.",
    },
    same_wrong: {
      name: "Gleiche falsche Antworten",
      meaning: "Mehr gleiche falsche Antworten, als andere mit ebenso vielen falschen gemeinsam haben (K1)",
      assumes: "Was zufällig gleich ist, wächst gleichmäßig mit dem Anteil der falschen Antworten.",
    },
    longest_run: {
      name: "Längste Folge",
      meaning: "Die längste Folge von Fragen mit gleichen Antworten",
      assumes:
        "Wo die gleichen Antworten liegen, ist bei gegebener Zahl Zufall. Gezählt wird in der Reihenfolge der Prüfung selbst.",
    },
    misfit: {
      name: "Unerwartetes Muster",
      meaning: "Leichte Fragen falsch und schwere richtig (lz*)",
      assumes: "Eine Fähigkeit beantwortet alle Fragen. Raten, Eile und Krankheit bewirken dasselbe.",
    },
    guttman_errors: {
      name: "Unerwartetes Muster",
      meaning: "Leichtere Fragen falsch, wo schwerere richtig sind (Guttman-Fehler)",
      assumes: "Für alle sind die Fragen in derselben Reihenfolge schwer. Raten, Eile und Krankheit bewirken dasselbe.",
    },
    odd_times: {
      name: "Ungewöhnliche Zeiten",
      meaning: "Zeiten, die denen der Fragen gar nicht folgen (lognormales Modell)",
      assumes:
        "Zeiten sind lognormal um ein Tempo verteilt. Eine Pause, ein verlorenes Netz oder Zurückgehen bewirken dasselbe.",
    },
    fast_and_right: {
      name: "Schnell und richtig",
      meaning: "Gerade dort schnell, wo richtige Antworten nicht zu erwarten waren",
      assumes:
        "Bei gegebener Fähigkeit und gegebenem Tempo sind Zeiten und richtige Antworten unabhängig. Wer ein Gebiet gut kennt, ist dort schnell.",
    },
  },
  passages: {
    name: "Gemeinsame Passagen",
    meaning: "Text, den zwei Antworten Buchstabe für Buchstabe gemeinsam haben; was die Prüfung zeigt, zählt nicht",
    assumes:
      "Ohne Sprachmodell: {count} Paare dieser Prüfung haben eine ebenso lange Passage. Eine gemeinsame Quelle bewirkt dasselbe.",
    widespread:
      "{persons} Personen haben diese Passage: eher eine Quelle oder ein Unterricht, die alle kennen, als voneinander.",
  },
};
