import type { Sentences } from "../words.ts";

export const consent: Sentences["consent"] = {
  code: "Prüfung {code}",
  lead: "{questions:questions}, {duration}. Ihre Antworten werden gespeichert, während Sie schreiben.",
  duration: "{hours:fullHours} {minutes:fullMinutes}",
  captured: {
    title: "Was erfasst wird und warum",
    lead:
      "Es gibt keine Kamera. Invigil achtet darauf, wie eine Prüfung abläuft. Innerhalb einer Antwort wird ihr Text Buchstabe für Buchstabe mit seiner Zeit festgehalten; außerhalb von Antworten nie, welche Taste Sie drücken. Jeder Eintrag trägt die Zeit seit Beginn Ihrer Prüfung.",
  },
  never: "Was nie erfasst wird",
  use: {
    title: "Was damit geschieht",
    risk: {
      live:
        "Aus diesen Ereignissen wird ein Risiko zwischen 0 und 100 berechnet, mit Gründen. Sie sehen beides, während Sie schreiben.",
      after:
        "Aus diesen Ereignissen wird ein Risiko zwischen 0 und 100 berechnet, mit Gründen. Sie sehen beides, sobald Ihre Prüfung zu Ende ist, und nicht, während Sie schreiben.",
      never:
        "Aus diesen Ereignissen wird ein Risiko zwischen 0 und 100 berechnet, mit Gründen. In dieser Prüfung wird Ihnen beides nicht gezeigt; die Aufsicht sieht beides.",
    },
    person:
      "Ein Risiko ist ein Anlass hinzusehen, nie ein Urteil. Es entscheidet ein Mensch, und Sie können die Aufzeichnung verlangen.",
    atHundred: {
      alert_only: "Erreicht das Risiko 100, wird die Aufsicht benachrichtigt. Ihre Prüfung geht weiter.",
      lock_until_released:
        "Erreicht das Risiko 100, wird Ihre Prüfung gesperrt, bis die Aufsicht nachgesehen hat. Die gesperrte Zeit bekommen Sie zurück.",
      lock_and_submit:
        "Erreicht das Risiko 100, wird Ihre Prüfung gesperrt und abgegeben, wie sie ist. Ein Mensch sieht sie sich danach an, bevor etwas entschieden wird.",
    },
    kept:
      "Aufbewahrungsdauer: Ereignisse {events:fullDays}, Berichte {reports:fullDays}; länger nur, solange eine Überprüfung offen ist.",
    deadline: "Wenn Ihre Zeit um ist, wird die Prüfung mit dem abgegeben, was Sie geschrieben haben.",
    network: "Ihr Netz kann ausfallen: Was Sie schreiben, bleibt auf diesem Gerät und wird später gesendet.",
    networkWithGrace:
      "Ihr Netz kann ausfallen: Was Sie schreiben, bleibt auf diesem Gerät und wird später gesendet, längstens {grace} nach dem Ende.",
    accommodations:
      "Sie nutzen assistive Technik, oder Ihnen wurde mehr Zeit gewährt? Sagen Sie es Ihrem Prüfungsamt, bevor Sie beginnen: Es wird schon im Risiko berücksichtigt.",
  },
  privacy: "Alles zum Datenschutz",
  withToken: "Mit Ihrem persönlichen Link beginnen",
  who: "Wer sind Sie?",
};
