import type { Sentences } from "../words.ts";

/** Neben Adressen dieses Servers, die an andere gehen. */
export const addresses: Sentences["addresses"] = {
  copy: "Kopieren",
  copied: "Kopiert",
  ownComputer: "Diese Adresse öffnet sich nur auf diesem Computer. Damit andere sie öffnen können, {guide}.",
  guide: "richten Sie den Server richtig ein",
};
