import type { Sentences } from "../words.ts";

export const examStatus: Sentences["examStatus"] = {
  time: {
    left: "noch {left}",
    hoursAndMinutes: "{hours:hours} {minutes:minutes}",
    stopped: "Die Zeit steht still",
    up: "Die Zeit ist um",
    lastMinute: "Weniger als eine Minute",
    show: "Zeit zeigen",
    hide: "Ausblenden",
    hideAloud: "Zeit ausblenden",
    leftAloud: "Noch {left}.",
    goesOnAloud: "Ihre Prüfung geht weiter, noch {left}.",
    changedAloud: "Ihre Zeit hat sich geändert: noch {left}.",
  },
  saving: {
    saved: "Alles gespeichert",
    saving: "Wird gespeichert …",
    unsaved: "Noch nicht gespeichert.",
    unsavedOffline: "Noch nicht gespeichert, nicht verbunden.",
    offline: "Nicht verbunden.",
    connecting: "Die Verbindung wird wiederhergestellt … {kept}",
    kept: "Schreiben Sie weiter: Ihre Arbeit bleibt auf diesem Gerät.",
    atTheEnd: "Lassen Sie diese Seite offen: Was fehlt, wird gesendet, sobald die Verbindung wieder da ist.",
    notKept: "Schreiben Sie weiter, aber schließen Sie diese Seite nicht: Dieser Browser lässt sie nichts aufbewahren.",
    aloud: {
      saved: "Alles gespeichert.",
      savedOnline: "Wieder verbunden, alles gespeichert.",
    },
  },
  notices: {
    message: "Nachricht der Aufsicht",
    warning: "Die Aufsicht bittet um Ihre Aufmerksamkeit",
    read: "Ich habe das gelesen",
  },
  risk: {
    title: "Wie diese Sitzung aussieht",
    show: "Zeigen, wie diese Sitzung aussieht",
    hide: "Ausblenden",
    hideAloud: "Ausblenden, wie diese Sitzung aussieht",
    number: "Risiko {risk} von 100",
    levels: {
      insufficient: "Es ist zu früh, um etwas zu sagen.",
      low: "Nichts verlangt hier einen genaueren Blick.",
      medium: "Einiges ist ungewöhnlich. Für alles kann es einen guten Grund geben.",
      high: "Vielleicht sieht die Aufsicht genauer hin. Machen Sie weiter: Es ist nichts entschieden.",
      uncaptured: "Es wurde zu wenig erfasst, um etwas zu sagen.",
    },
    highAtTheEnd: "Vielleicht sieht die Aufsicht genauer hin. Entschieden ist nichts.",
    meaning: "Was bedeutet das?",
    explanation:
      "Es wird aus Rhythmus, Fokus und Ähnlichem berechnet, nie aus dem, was Sie antworten. Die Aufsicht sieht dieselbe Zahl und mehr von den Gründen. Es entscheidet nichts: Das tut ein Mensch, und Sie können die Aufzeichnung verlangen.",
  },
};
