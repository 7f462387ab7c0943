import type { Sentences } from "../words.ts";

export const feed: Sentences["feed"] = {
  notableOnly: "Nur was ein Signal betrachtet und was getan wurde",
  nothing: "Bis jetzt nichts.",
  earlier: "Frühere zeigen ({n})",
  lines: {
    writing: "Schreibt: {keys:keys}",
    writingAdded: "Schreibt: {keys:keys}, {added:characters} hinzugefügt",
    writingRemoved: "Schreibt: {keys:keys}, {removed} gelöscht",
    writingBoth: "Schreibt: {keys:keys}, {added:characters} hinzugefügt, {removed} gelöscht",
    writingNotApplied:
      "Behalten, nicht übernommen: {added:characters}, geschrieben während der Versuch stillstand oder vorbei war",
    choseNotApplied:
      "Behalten, nicht übernommen: eine Auswahl bei Frage {question}, während der Versuch stillstand oder vorbei war",
    dictated: "{n:characters} in Frage {question} diktiert",
    corrected: "{n:characters} in Frage {question} durch eine Korrektur",
    dropped: "{n:characters} in Frage {question} hineingezogen",
    putByPaste: "{n:characters} in Frage {question} eingefügt",
    putAtOnce: "{n:characters} in Frage {question} auf einmal",
    away: "{ms:span} abwesend",
    awaySince: "Seitdem abwesend",
    idle: "{ms:span} ohne Eingabe",
    copied: "{n:characters} kopiert",
    cut: "{n:characters} ausgeschnitten",
    pastedInside: "{n:characters} aus dieser Prüfung eingefügt",
    pastedOutside: "{n:characters} von außerhalb eingefügt",
    resized: "Fenstergröße geändert: {width} × {height} von {screenWidth} × {screenHeight}",
    fullscreen: "Vollbild eingeschaltet",
    fullscreenLeft: "Vollbild verlassen",
    screens: "Der Browser meldet mehr als einen Bildschirm",
    oneScreen: "Der Browser meldet einen Bildschirm",
    online: "Wieder online",
    offline: "Offline gegangen",
    opened: "Frage {question} geöffnet",
    answered: "Frage {question} beantwortet",
    cleared: "Antwort auf Frage {question} gelöscht",
  },
};
