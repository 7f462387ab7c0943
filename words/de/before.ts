import type { Sentences } from "../words.ts";

export const before: Sentences["before"] = {
  inShort: "Kurz gesagt",
  captured:
    "Es gibt keine Kamera. Aufgezeichnet wird, wie Sie tippen, zeigen und zwischen Fenstern wechseln, und Ihre Antworten Buchstabe für Buchstabe.",
  risk: {
    live:
      "Daraus wird ein Risiko berechnet, das Sie beim Schreiben sehen. Es ist ein Anlass hinzusehen: Es entscheidet ein Mensch.",
    after:
      "Daraus wird ein Risiko berechnet, das Sie nach dem Ende sehen. Es ist ein Anlass hinzusehen: Es entscheidet ein Mensch.",
    never:
      "Daraus wird ein Risiko berechnet, das nur die Aufsicht sieht. Es ist ein Anlass hinzusehen: Es entscheidet ein Mensch.",
  },
  kept:
    "Aufbewahrungsdauer: Ereignisse {events:fullDays}, Berichte {reports:fullDays}. Sie können herunterladen, was aufgezeichnet wurde.",
  network: "Fällt Ihr Netz aus, schreiben Sie weiter: Ihre Arbeit bleibt auf diesem Gerät und wird später gesendet.",
  asked: "Darum bittet diese Prüfung Sie:",
  rules: {
    fullscreen:
      "Schreiben Sie im Vollbild, außer wenn Sie assistive Technik nutzen. Sie können es jederzeit verlassen; das wird aufgezeichnet.",
    copy: "Kopieren Sie die Fragen nicht. Ihre eigenen Antworten dürfen Sie immer kopieren.",
    print: "Drucken Sie die Prüfung nicht.",
    context_menu: "Benutzen Sie das Menü der rechten Taste nur in Ihren Antworten.",
  },
  details: "Alles, was erfasst wird, warum, und was damit geschieht",
  forward: {
    title: "Diese Prüfung geht nur vorwärts",
    text: "Wenn Sie zur nächsten Frage gehen, können Sie nicht zur vorigen zurück und ihre Antwort nicht mehr ändern.",
  },
  admission: {
    title: "Die Aufsicht lässt Sie ein",
    text: "Wenn Sie beigetreten sind, warten Sie, bis die Aufsicht Sie einlässt. Erst dann läuft Ihre Zeit.",
  },
  instructions: "Hinweise zu dieser Prüfung",
  check: {
    lead: "Zum ersten Mal hier, oder mit einem anderen Gerät? {check}",
    link: "Gerät prüfen und üben",
  },
  opening: {
    in: "Noch {left} bis zur Öffnung.",
    hint: "Sie können das Formular schon ausfüllen und müssen diese Seite nicht neu laden.",
    open: "Diese Prüfung ist jetzt geöffnet",
    openHintLetIn: "Treten Sie jetzt bei; die Aufsicht lässt Sie ein. Erst dann läuft Ihre Zeit.",
    openHint: "Beginnen Sie, wenn Sie bereit sind. Ihre Zeit läuft, sobald Sie beginnen.",
  },
};
