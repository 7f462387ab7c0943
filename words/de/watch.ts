import type { Sentences } from "../words.ts";

export const watch: Sentences["watch"] = {
  level: { low: "niedrig", medium: "mittel", high: "hoch" },
  state: {
    connecting: "Verbindung wird aufgebaut",
    watching: "Beobachtet",
    offline: "Kein Netz: Was Sie tun, wird aufgehoben und später gesendet",
    waiting: "Sie warten, bis eine Aufsicht Sie einlässt",
    paused: "Ihre Prüfung ist angehalten",
    locked: "Ihre Prüfung ist gesperrt",
    over: "Ihre Prüfung ist zu Ende. Es wird nichts mehr aufgezeichnet",
    elsewhere: "Ihre Prüfung geht in einem anderen Fenster weiter. Hier wird nichts aufgezeichnet",
    refused: "Es wird nichts aufgezeichnet: Die Prüfung lässt diese Seite nicht zu",
  },
  bar: {
    label: "Invigil",
    short: { watching: "Beobachtet", offline: "Kein Netz", stopped: "Nicht beobachtet", hold: "Steht still" },
    open: "Zeigen, was Invigil sieht",
    close: "Schließen",
    risk: "Ihr Risiko: {risk} von 100, {level}",
    noRisk: "Ihr Risiko: noch nichts gesehen",
    hiddenRisk: "Ihre Prüfung zeigt Ihr Risiko nicht, während Sie schreiben.",
    reasons: "Warum",
    person: "Ein Risiko ist ein Grund hinzusehen, nie ein Urteil. Ein Mensch entscheidet.",
    call: "Aufsicht rufen",
    called: "Eine Aufsicht wurde gerufen.",
    notCalled: "Es gibt kein Netz: Niemand konnte gerufen werden.",
    read: "Ich habe das gelesen",
    message: "Eine Aufsicht schreibt:",
    warning: "Eine Aufsicht verwarnt Sie:",
  },
  consent: {
    title: "„{title}“ wird beobachtet",
    lead: "Es gibt keine Kamera. Während Sie schreiben, wird dies an den Server der Prüfung gesendet:",
    seen: {
      keys: "welche Art von Taste Sie drücken und in welchem Rhythmus, nicht welche Taste",
      pointer: "wo der Zeiger sich bewegt und drückt",
      clipboard: "wie viele Zeichen Sie kopieren, ausschneiden und einfügen, nicht welche",
      window: "ob diese Seite vorn ist, wie groß sie ist und ob Sie sie benutzen",
      tabs: "ob Sie den Tab oder das Fenster wechseln, nicht wohin",
    },
    answers: "Auch der Text Ihrer Antworten wird gesendet, Buchstabe für Buchstabe.",
    noAnswers: "Was Sie schreiben, bleibt auf dieser Seite: Kein Text davon wird gesendet.",
    never: "Niemals: Kamera, Mikrofon, Ihr Bildschirm, andere Seiten, was in Ihrer Zwischenablage ist.",
    risk: {
      live: "Daraus wird ein Risiko von 0 bis 100 berechnet, mit Gründen. Sie sehen es, während Sie schreiben.",
      after:
        "Daraus wird ein Risiko von 0 bis 100 berechnet, mit Gründen. Sie sehen es, wenn Ihre Prüfung zu Ende ist.",
      never:
        "Daraus wird ein Risiko von 0 bis 100 berechnet, mit Gründen. In dieser Prüfung wird es Ihnen nicht gezeigt.",
    },
    kept: "Ereignisse werden {events:fullDays} aufgehoben, Berichte {reports:fullDays}.",
    name: "Ihr Name",
    number: "Ihre Nummer, wenn Sie eine haben",
    nameMissing: "Geben Sie Ihren Namen ein",
    agree: "Ich stimme zu, beginnen",
    decline: "Ich stimme nicht zu",
    failed: "Es konnte nicht beginnen: {why}",
    unreachable: "Der Server ist nicht zu erreichen oder lässt diese Seite nicht zu.",
  },
  extension: {
    lead:
      "Öffnen Sie den Startlink Ihrer Prüfung und drücken Sie dort auf diesen Knopf. Oder setzen Sie den Link hier ein:",
    link: "Startlink",
    find: "Weiter",
    wrongLink: "Das ist kein Startlink. Er sieht aus wie https://exams.example.org/watch/CODE.",
    writtenHere: "Diese Prüfung wird auf Invigil selbst geschrieben: Sie braucht keine Erweiterung.",
    between:
      "Was erfasst wird, geht an {server}. Ihr Browser fragt als Nächstes, ob die Erweiterung Seiten von {host} lesen darf; nach anderen fragt sie nicht.",
    denied:
      "Ohne die Erlaubnis Ihres Browsers wird nichts beobachtet. Drücken Sie noch einmal, um wieder gefragt zu werden.",
    open: "Prüfung öffnen",
    pause: "Anhalten",
    resume: "Weiter",
    paused: "Sie haben es angehalten. Nichts wird aufgezeichnet, und Ihre Aufsicht weiß davon.",
    pausedCall: "Ich habe die Beobachtung angehalten.",
    unsent: "Auf diesem Gerät und noch nicht gesendet: {n}",
    stop: "Beenden und entfernen",
    stopAsk:
      "Damit geben Sie ab, und alles wird entfernt, was die Erweiterung aufgehoben hat. Das lässt sich nicht zurücknehmen.",
    stopUnsent:
      "Nicht alles konnte gesendet werden. Warten Sie auf das Netz, oder beenden Sie trotzdem: Was nicht gesendet ist, geht verloren.",
    stopSure: "Beenden",
    cancel: "Zurück",
    ended: "Es ist zu Ende. Die Erweiterung hat nichts aufgehoben.",
  },
};
