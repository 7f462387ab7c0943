import type { Sentences } from "../words.ts";

export const page: Sentences["page"] = {
  skip: "Zum Hauptteil",
  tab: "{title} · Invigil",
  error: "Fehler:",
  levels: {
    low: "Niedrig",
    medium: "Mittel",
    high: "Hoch",
    insufficient: "Zu früh",
    uncaptured: "Nicht erfasst",
  },
  connection: {
    connecting: "Verbindung wird hergestellt …",
    online: "Live",
    reconnecting: "Verbindung wird wiederhergestellt …",
    refused: "Getrennt",
  },
};
