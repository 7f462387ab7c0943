import type { Sentences } from "../words.ts";

export const declined: Sentences["declined"] = {
  tab: "Sie haben nicht zugestimmt",
  title: "Sie haben nicht zugestimmt, und das ist in Ordnung",
  lead: "Es wurde nichts erfasst und keine Prüfung in Ihrem Namen begonnen.",
  otherWay:
    "Fragen Sie Ihre Lehrkraft oder Ihr Prüfungsamt, wie Sie diese Prüfung anders ablegen können, zum Beispiel in einem Raum mit Aufsicht. Sagen Sie, dass Sie der Erfassung des Verhaltens in einer Online-Prüfung nicht zugestimmt haben; warum, müssen Sie nicht sagen.",
  unclear:
    "War etwas am Text unklar, sagt die {privacy} mehr. Wenn Sie assistive Technik nutzen, kann sie berücksichtigt werden: Ihr Prüfungsamt kann das einrichten.",
  privacy: "Seite zum Datenschutz",
  back: "Zurück zur Teilnahme an einer Prüfung",
};
