import type { Sentences } from "../words.ts";

export const technologies: Sentences["technologies"] = {
  dictation: "Diktat",
  screen_reader: "Bildschirmleseprogramm",
  switch_access: "Schaltersteuerung",
  motor_impairment: "Hilfen bei eingeschränkter Beweglichkeit",
};
