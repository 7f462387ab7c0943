import type { Sentences } from "../words.ts";

export const account: Sentences["account"] = {
  title: "Konto",
  lead: "{name}, {role}",
  forced: "Wählen Sie zuerst ein eigenes Passwort",
  forcedLead:
    "Sie haben sich mit einem ausgegebenen Passwort angemeldet. Alles andere öffnet sich, sobald Sie es ersetzt haben.",
  password: {
    title: "Passwort",
    lead: "Eine Änderung beendet alle anderen Sitzungen.",
    current: "Aktuelles Passwort",
    submit: "Passwort ändern",
    done: "Ihr Passwort ist geändert",
    noCurrent: "Geben Sie Ihr aktuelles Passwort ein",
    same: "Wählen Sie ein anderes Passwort als das aktuelle",
    wrong: "Das ist nicht Ihr aktuelles Passwort",
  },
  codes: {
    title: "Einmalcodes",
    lead: "Ein zweiter Faktor: ein Code aus einer Authenticator-App bei der Anmeldung.",
    on: "Einmalcodes sind eingeschaltet",
    secret:
      "Fügen Sie Ihrer Authenticator-App diesen Schlüssel hinzu und geben Sie dann den Code ein, den sie anzeigt.",
    openApp: "Hier in einer App öffnen",
    code: "Code",
    password: "Ihr Passwort",
    setUp: "Einmalcodes einrichten",
    confirm: "Bestätigen",
    turnOff: "Ausschalten",
    noCode: "Geben Sie die 6 Ziffern ein",
    noPassword: "Geben Sie Ihr Passwort ein",
    wrongCode: "Dieser Code stimmt nicht. Geben Sie den ein, der jetzt angezeigt wird.",
    wrongPassword: "Das ist nicht Ihr Passwort",
  },
  sessions: {
    title: "Sitzungen",
    lead: "Wo dieses Konto angemeldet ist.",
    device: "Gerät",
    address: "Adresse",
    signedIn: "Angemeldet",
    lastUsed: "Zuletzt benutzt",
    end: "Beenden",
    current: "Diese hier",
    none: "Keine Sitzung.",
    browserOn: "{browser} unter {system}",
    unknown: "Unbekannt",
  },
};
