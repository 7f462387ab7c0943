import type { Sentences } from "../words.ts";

export const new_password: Sentences["new_password"] = {
  label: "Neues Passwort",
  hint: "Mindestens {least} Zeichen. Ein Satz merkt sich leichter als ein Rätsel.",
  again: "Neues Passwort noch einmal",
  too_short: "Wählen Sie ein Passwort mit mindestens {least} Zeichen",
  differ: "Die beiden Passwörter sind verschieden. Geben Sie zweimal dasselbe ein.",
};
