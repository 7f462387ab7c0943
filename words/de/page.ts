import type { Sentences } from "../words.ts";

export const page: Sentences["page"] = {
  skip: "Zum Hauptteil",
};
