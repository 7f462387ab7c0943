import type { Sentences } from "../words.ts";

export const examScreens: Sentences["examScreens"] = {
  stuck: {
    not_joined: {
      title: "Auf diesem Gerät ist keine Prüfung geöffnet",
      text: "Nehmen Sie mit dem Code Ihrer Prüfung teil oder mit dem persönlichen Link, den Sie bekommen haben.",
      action: "An einer Prüfung teilnehmen",
    },
    not_opened: {
      title: "Diese Prüfung kann von hier nicht geöffnet werden",
      text:
        "Vielleicht ist die Prüfung auf ein anderes Gerät umgezogen. Wenn das nicht Sie waren, sagen Sie es jetzt Ihrer Aufsicht.",
      action: "Noch einmal versuchen",
    },
    unreachable: {
      title: "Der Prüfungsserver ist nicht erreichbar",
      text: "Diese Seite versucht es von selbst weiter. Was Sie geschrieben haben, bleibt auf diesem Gerät.",
      action: "Jetzt versuchen",
    },
    taken_over: {
      title: "Ihre Prüfung ist woanders geöffnet",
      text:
        "Sie wurde in einem anderen Tab oder auf einem anderen Gerät geöffnet und geht dort weiter. Hier lässt sich nichts mehr ändern. Wenn das nicht Sie waren, sagen Sie es jetzt Ihrer Aufsicht.",
      action: "Stattdessen hier weitermachen",
    },
    protocol_version: {
      title: "Diese Seite ist veraltet",
      text:
        "Der Prüfungsserver wurde erneuert. Laden Sie die Seite neu, um weiterzumachen; Ihre Arbeit bleibt auf diesem Gerät.",
      action: "Neu laden",
    },
    broken: {
      title: "Die Verbindung wurde geschlossen",
      text:
        "Der Prüfungsserver hat nicht angenommen, was diese Seite gesendet hat. Ihre Arbeit bleibt auf diesem Gerät. Laden Sie die Seite neu; wenn das nicht hilft, sagen Sie es Ihrer Aufsicht.",
      action: "Neu laden",
    },
  },
  waiting: {
    title: "Bitte warten Sie auf den Einlass",
    text:
      "Sie sind beigetreten. Die Aufsicht lässt Sie ein; dann öffnet sich Ihre Prüfung auf dieser Seite von selbst.",
    meanwhile:
      "Ihre Zeit läuft erst dann. Vorher wird nichts erfasst, außer wenn Sie unten üben. Durch das Warten verlieren Sie nichts.",
    until: "Eingelassen werden können Sie bis {until}.",
    offline: "Zurzeit nicht verbunden. Ihr Platz bleibt, und diese Seite versucht es weiter.",
    letIn: "Sie sind eingelassen. Ihre Prüfung beginnt.",
    instructions: "Hinweise zu dieser Prüfung",
  },
  hold: {
    paused: {
      title: "Ihre Prüfung ist unterbrochen",
      text: "Die Aufsicht hat sie unterbrochen. Sie geht von selbst weiter, wo Sie aufgehört haben.",
    },
    locked: {
      title: "Ihre Prüfung ist vorerst gesperrt",
      text:
        "Die Aufsicht weiß davon und sieht es sich an. Es ist nichts entschieden. Wenn sie freigegeben wird, machen Sie weiter, wo Sie aufgehört haben.",
      atHundred:
        "Ihr Risiko hat 100 erreicht. Nach den Regeln dieser Prüfung bleibt sie gesperrt, bis ein Mensch nachgesehen hat.",
      byRules: "Nach den Regeln dieser Prüfung bleibt sie gesperrt, bis ein Mensch nachgesehen hat.",
    },
    onBreak: {
      title: "Sie haben Pause",
      text: "Sie dauert bis {until}. Dann geht Ihre Prüfung von selbst weiter.",
      meanwhile: "Ihre Zeit steht still und nichts wird erfasst: Sie können diese Seite verlassen und zurückkommen.",
      kept: "Was Sie davon nicht brauchen, bleibt für eine spätere Pause.",
      back: "Ich bin zurück: jetzt weiter",
    },
    meanwhile:
      "Ihre Antworten sind aufbewahrt, Ihre Zeit steht still, und nichts wird erfasst. Bitte bleiben Sie auf dieser Seite.",
  },
  over: {
    submitted: {
      title: "Ihre Prüfung ist abgegeben",
      text:
        "Danke. Bevor Sie diese Seite schließen, kopieren Sie Ihre Quittung und setzen Sie auf Ihrem eigenen Gerät unten das Häkchen bei „Das ist mein eigenes Gerät“: Sonst öffnet sich Ihr Ergebnis hier später nicht.",
    },
    deadline: {
      title: "Die Zeit ist um: Ihre Prüfung wurde abgegeben",
      text:
        "Alles, was Sie bis zum Ende Ihrer Zeit geschrieben haben, ist aufbewahrt. Bevor Sie diese Seite schließen, kopieren Sie Ihre Quittung und setzen Sie auf Ihrem eigenen Gerät unten das Häkchen bei „Das ist mein eigenes Gerät“.",
    },
    notAdmitted: {
      title: "Die Prüfung wurde geschlossen, bevor Sie eingelassen wurden",
      text:
        "Ihre Zeit hat nicht begonnen, und nichts wurde erfasst. Sagen Sie es jetzt Ihrer Aufsicht oder Ihrem Prüfungsamt: Man kann Sie noch beginnen lassen, und diese Seite öffnet dann Ihre Prüfung.",
    },
    risk: {
      title: "Ihre Prüfung wurde gesperrt und abgegeben",
      text:
        "Nach den Regeln dieser Prüfung wird sie abgegeben, wenn das Risiko 100 erreicht. Bevor etwas entschieden wird, sieht sich ein Mensch an, was zu sehen war. Sie können die Aufzeichnung verlangen und sich erklären.",
    },
    rules: {
      title: "Ihre Prüfung wurde gesperrt und abgegeben",
      text:
        "Das geschah nach den Regeln dieser Prüfung. Bevor etwas entschieden wird, sieht sich ein Mensch an, was zu sehen war. Sie können die Aufzeichnung verlangen und sich erklären.",
    },
    proctor: {
      title: "Ihre Prüfung wurde von der Aufsicht beendet",
      text:
        "Ihre Antworten bis zu diesem Moment sind aufbewahrt. Wenn Sie nicht wissen, warum, fragen Sie Ihre Aufsicht oder Ihr Prüfungsamt.",
    },
  },
  closing: {
    leadsOn: "Gleich werden Sie zur nächsten Seite geführt. {go}",
    go: "Jetzt dorthin gehen",
    unsent: {
      title: "Ein Teil Ihrer letzten Arbeit ist noch auf diesem Gerät",
      sending: "Er wird gerade gesendet. Bitte lassen Sie diese Seite offen.",
      waiting:
        "Dieses Gerät ist nicht verbunden. Gesendet wird, sobald die Verbindung wieder da ist: Bitte lassen Sie diese Seite offen.",
      refused:
        "Der Server nimmt ihn von selbst nicht mehr an. Speichern Sie ihn als Datei und geben Sie diese Ihrer Aufsicht oder Ihrem Prüfungsamt: Dort wird entschieden, ob er zählt. Löschen Sie vorher nicht die Daten dieses Browsers.",
      typed: "Nicht rechtzeitig beim Server angekommen: {minutes:fullMinutes} Arbeit mit {characters:characters} Text.",
      chosen: "Nicht rechtzeitig beim Server angekommen: {minutes:fullMinutes} Arbeit mit {choices:answersChosen}.",
      typedAndChosen:
        "Nicht rechtzeitig beim Server angekommen: {minutes:fullMinutes} Arbeit mit {characters:characters} Text und {choices:answersChosen}.",
      download: "Datei zum Abgeben speichern",
    },
    exam: "Prüfung",
    name: "Name",
    answered: "Beantwortet",
    answeredOf: "{answered} von {count:questions}",
    receipt: {
      title: "Ihre Quittung",
      meaning:
        "Sie steht für alles, was von Ihrer Prüfung aufgezeichnet wurde, und der Prüfungsserver hat sie signiert. Mit ihr können Sie zeigen, ob die Aufzeichnung danach geändert wurde.",
      copy: "Quittung kopieren",
      copied: "Kopiert. Bewahren Sie sie gut auf.",
      marked: "Dieser Browser lässt die Seite nicht kopieren. Die Quittung ist markiert: Kopieren Sie sie von Hand.",
    },
    captured: {
      title: "Was über Sie erfasst wurde",
      lead: "Jedes Ereignis Ihrer Prüfung, wie es gespeichert wurde. {more}",
      more: "Wozu es dient und wie lange es aufbewahrt wird",
      download: "Herunterladen, was erfasst wurde",
      preparing: "Wird vorbereitet …",
    },
  },
};
