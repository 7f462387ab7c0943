import type { Sentences } from "../words.ts";

export const personalLink: Sentences["personalLink"] = {
  title: "Sie sind {name}",
  numbered: "Sie sind {name}, Nummer {number}",
  time: "Sie haben {time}.",
  moreTime: "Sie haben {time}; {extra} davon sind Ihre Zusatzzeit.",
  duration: "{hours:fullHours} {minutes:fullMinutes}",
  began: "Dieser Link wurde schon benutzt. Um auf diesem Gerät weiterzuschreiben, fragen Sie die Aufsicht.",
  over: "Ihre Prüfung wurde am {at} abgegeben.",
  overResult: "Ihr Ergebnis steht dort, sobald Ihre Lehrenden es freigegeben haben.",
  result: "Ihr Ergebnis",
  notMe: "Das bin ich nicht",
};
