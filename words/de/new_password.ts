import type { Sentences } from "../words.ts";

export const newPassword: Sentences["newPassword"] = {
  label: "Neues Passwort",
  hint: "Mindestens {least} Zeichen. Ein Satz merkt sich leichter als ein Rätsel.",
  again: "Neues Passwort noch einmal",
  tooShort: "Wählen Sie ein Passwort mit mindestens {least} Zeichen",
  differ: "Die beiden Passwörter sind verschieden. Geben Sie zweimal dasselbe ein.",
};
