import type { Sentences } from "../words.ts";

export const roomPeople: Sentences["roomPeople"] = {
  here: { alone: "Nur Sie sind hier", names: "Hier: {names}", me: "Sie" },
  row: {
    me: "Sie",
    mine: "Sie betreuen diese Person",
    looked: "Angesehen von {names}",
    taken: "Übernommen von {name}",
  },
  taken: {
    nobody: "Niemand hat diese Person übernommen.",
    mine: "Sie betreuen diese Person.",
    by: "Übernommen von {name}.",
    alsoLook: "Auch dabei: {names}.",
    take: "Übernehmen",
    takeOver: "An mich nehmen",
    giveBack: "Zurückgeben",
  },
  whose: {
    label: "Übernommen von",
    anybody: "Übernommen oder nicht",
    mine: "Von mir",
    nobody: "Von niemandem",
    my_groups: "Meine Gruppen",
  },
  talk: {
    title: "Aufsicht",
    none: "Noch hat niemand etwas gesagt.",
    handover: "Übergabe",
    handoverOf: "Übergabe von {name}, {at}",
    takeAway: "Übergabe wegnehmen",
    label: "Der Aufsicht dieser Prüfung sagen",
    send: "Sagen",
    asHandover: "Als Übergabe hinterlassen",
    kept: "Prüflinge sehen nichts davon. Es wird so lange aufbewahrt wie die Ereignisse der Prüfung.",
    aloud: "{name}: {text}",
  },
};
