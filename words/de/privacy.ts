import type { Sentences } from "../words.ts";

export const privacy: Sentences["privacy"] = {
  title: "Datenschutz",
  lead:
    "Was erfasst wird, während Sie hier eine Prüfung ablegen, wer es sieht und wie lange es aufbewahrt wird. Diese Seite entsteht aus derselben Liste, gegen die der Server jedes Ereignis prüft, und kann deshalb nicht veraltet sein. Sie stimmen der Fassung {version} zu.",
  never: "Was nie erfasst wird",
  captured: {
    title: "Was erfasst wird",
    lead:
      "Jeweils mit der Zeit seit Beginn Ihrer Prüfung. Innerhalb einer Antwort wird ihr Text Buchstabe für Buchstabe mit seiner Zeit festgehalten. Geht Ihre Prüfung über ein anderes Gerät, einen anderen Browser oder ein anderes Netz weiter, werden auch Zeit, Netzadresse und Name des Browsers festgehalten.",
  },
  use: {
    title: "Wozu es dient",
    text:
      "Aus diesen Ereignissen wird ein Risiko zwischen 0 und 100 berechnet, als Summe benannter Anteile mit Gründen. Sie selbst sehen beides, während Sie schreiben, oder sobald Ihre Prüfung zu Ende ist, oder gar nicht: Jede Prüfung sagt es, bevor Sie zustimmen. Bei hohem Risiko sieht die Aufsicht nach. Es entscheidet nichts: Das tut ein Mensch, und Sie können die Aufzeichnung und ihre Nachrechnung verlangen.",
  },
  seenBy: {
    title: "Wer es sieht",
    you:
      "Sie: Ihr eigenes Risiko, soweit die Prüfung es Ihnen zeigt, und alles, was über Sie erfasst wurde, zum Herunterladen.",
    staff: "Die Aufsicht und die Lehrenden dieser Prüfung. Im Live-Raum sehen sie Längen von Texten, nicht Ihren Text.",
    nobodyElse: "Sonst niemand. Keine Seite lädt hier etwas von einem anderen Unternehmen.",
  },
  kept: {
    title: "Wie lange es aufbewahrt wird",
    text:
      "Jede Prüfung sagt, wie lange. Sagt sie nichts anderes, werden Ereignisse nach {events} Tagen und Berichte nach {reports} entfernt. Was überprüft wird, bleibt bis zum Ende der Überprüfung. Sie können verlangen, dass Ihre Daten gelöscht werden: Ereignisse, Antworten und Namen werden entfernt, nur Anzahlen bleiben.",
  },
  browser: {
    title: "Was in Ihrem Browser bleibt",
    text:
      "Ihre Antworten, bis der Server sie hat, und 30 Tage lang ein Cookie mit einer zufälligen Nummer. Daran wird derselbe Browser wiedererkannt, damit niemand im selben Netz Sie an der Teilnahme hindert. Es nennt niemanden, und hier wird es nicht aufbewahrt.",
  },
  choice: {
    title: "Ihre Wahl",
    text:
      "Sie werden gefragt, bevor die Prüfung beginnt, und nichts wird erfasst, bevor Sie zustimmen. Lehnen Sie ab, erfahren Sie, wen Sie nach einem anderen Weg zur Prüfung fragen können. Wenn Sie assistive Technik nutzen, sagen Sie es Ihrem Prüfungsamt: Sie wird schon im Wert berücksichtigt. Was Sie beim Beitreten dazu angeben, sieht das Personal der Prüfung, und es wird mit Ihrer Prüfung aufbewahrt.",
  },
};
