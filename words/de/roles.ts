import type { Sentences } from "../words.ts";

export const roles: Sentences["roles"] = {
  proctor: "Aufsicht",
  instructor: "Prüfungsleitung",
  admin: "Verwaltung",
};
