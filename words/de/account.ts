import type { Sentences } from "../words.ts";

export const account: Sentences["account"] = {
  title: "Konto",
  lead: "{name}, {role}",
  forced: "Wählen Sie zuerst ein eigenes Passwort",
  forced_lead:
    "Sie haben sich mit einem ausgegebenen Passwort angemeldet. Alles andere öffnet sich, sobald Sie es ersetzt haben.",
  password: {
    title: "Passwort",
    lead: "Eine Änderung beendet alle anderen Sitzungen.",
    current: "Aktuelles Passwort",
    submit: "Passwort ändern",
    done: "Ihr Passwort ist geändert",
    no_current: "Geben Sie Ihr aktuelles Passwort ein",
    same: "Wählen Sie ein anderes Passwort als das aktuelle",
    wrong: "Das ist nicht Ihr aktuelles Passwort",
  },
  codes: {
    title: "Einmalcodes",
    lead: "Ein zweiter Faktor: ein Code aus einer Authenticator-App bei der Anmeldung.",
    on: "Einmalcodes sind eingeschaltet",
    secret:
      "Fügen Sie Ihrer Authenticator-App diesen Schlüssel hinzu und geben Sie dann den Code ein, den sie anzeigt.",
    open_app: "Hier in einer App öffnen",
    code: "Code",
    password: "Ihr Passwort",
    set_up: "Einmalcodes einrichten",
    confirm: "Bestätigen",
    turn_off: "Ausschalten",
    no_code: "Geben Sie die 6 Ziffern ein",
    no_password: "Geben Sie Ihr Passwort ein",
    wrong_code: "Dieser Code stimmt nicht. Geben Sie den ein, der jetzt angezeigt wird.",
    wrong_password: "Das ist nicht Ihr Passwort",
  },
  sessions: {
    title: "Sitzungen",
    lead: "Wo dieses Konto angemeldet ist.",
    device: "Gerät",
    address: "Adresse",
    signed_in: "Angemeldet",
    last_used: "Zuletzt benutzt",
    end: "Beenden",
    current: "Diese hier",
    none: "Keine Sitzung.",
    browser_on: "{browser} unter {system}",
    unknown: "Unbekannt",
  },
};
