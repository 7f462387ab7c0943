import type { Sentences } from "../words.ts";

export const ownEvidence: Sentences["ownEvidence"] = {
  title: "Was von Ihrer Prüfung aufgezeichnet wurde",
  lead:
    "Ist Ihre Prüfung vorbei, zeigt diese Seite, was beim Schreiben aufgezeichnet wurde und was daraus gerechnet wurde.",
  noScript:
    "Diese Seite braucht JavaScript: Damit holt Ihr Browser, was von Ihrer Prüfung aufgezeichnet wurde. Erlauben Sie es für diese Seite.",
  meaning:
    "Dasselbe sehen die Leute, die die Prüfung betreuen. Die Zahlen entscheiden nichts: Ein Mensch sieht sie an und hört Sie. Es gab keine Kamera. Ihre Antworten wurden so aufgezeichnet, wie Sie sie schrieben; darüber hinaus weder, welche Tasten Sie drückten, noch, was Sie kopiert hatten.",
  when: "{from} bis {to} · {state}",
  byLink:
    "Diese Seite wurde mit einem Link der Prüfungsleitung geöffnet. In diesem Tab bleibt sie bis {until} offen. Wer den Link hat, kann die Seite lesen: Behalten Sie ihn für sich.",
  none:
    "Dieser Browser kennt keine Prüfung, die Sie geschrieben haben. Öffnen Sie diese Seite auf dem Gerät, auf dem Sie geschrieben haben, oder bitten Sie um einen Link.",
  choose: "Welche Prüfung?",
  risk: {
    title: "Risiko und seine Gründe",
    notShown: "Diese Prüfung zeigt den Prüflingen ihr Risiko nicht.",
    numbers: "{peak} von 100 im höchsten Fall, {end} am Ende",
    meaning:
      "Das Risiko sagt, wie weit Ihre Art zu schreiben vom Üblichen abweicht. Es kann falsch sein: Krankheit, eine andere Tastatur, ein schlechtes Netz oder eine eigene Arbeitsweise können es erhöhen.",
    nothing: "Nichts fiel auf.",
    marked: "Markiert: {note}",
    markedByPerson: "Jemand von der Aufsicht hat diesen Moment markiert.",
    points: "{points} Punkte des Risikos am Ende",
    look: "{time} ansehen",
    incomparable:
      "Diese Anzeichen sagen hier nichts, weil sich Ihre Art zu schreiben nicht vergleichen lässt: {signals}.",
  },
  replay: {
    title: "Wie Ihre Antworten entstanden",
    lead:
      "Allein aus der Aufzeichnung abgespielt: was Sie getippt, gelöscht und verschoben haben und was auf einmal dazukam.",
    open: "Zeigen, wie meine Antworten entstanden",
    removed: "Die Aufzeichnung wurde gelöscht, als ihre Zeit um war.",
  },
  proof: {
    title: "Ein Nachweis zum Mitnehmen",
    meaning:
      "Diese Datei ist Ihr eigener Nachweis, wie Ihre Antworten entstanden: jeder aufgezeichnete Schritt, vom Server signiert. Jeder kann ihn prüfen, niemand kann ihn unbemerkt ändern. Er enthält Ihre Antworten und Ihren Namen: Geben Sie ihn nur an Leute, die das lesen sollen.",
    take: "Signierten Nachweis mitnehmen",
    none:
      "Es gibt keinen Nachweis: Die Prüfung zeigt den Prüflingen kein Risiko, oder die Aufzeichnung wurde gelöscht, als ihre Zeit um war.",
    receipt: "Ihre Quittung, die den Nachweis bestätigt. Bewahren Sie sie anderswo auf:",
    check: "Einen Nachweis prüfen",
  },
  deeds: {
    title: "Was geschah",
    by: { student: "durch Sie", system: "durch das System", staff: "durch die Aufsicht" },
  },
};
