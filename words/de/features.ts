import type { Sentences } from "../words.ts";

export const features: Sentences["features"] = {
  avg_norm_x: { name: "mittlere Lage des Zeigers von links", short: "Zeigerlage waagerecht", value: "{value:share}" },
  avg_norm_y: { name: "mittlere Lage des Zeigers von oben", short: "Zeigerlage senkrecht", value: "{value:share}" },
  std_norm_x: {
    name: "Streuung des Zeigers von Seite zu Seite",
    short: "Zeigerstreuung waagerecht",
    value: "{value:share}",
  },
  std_norm_y: { name: "Streuung des Zeigers auf und ab", short: "Zeigerstreuung senkrecht", value: "{value:share}" },
  top_edge_time: { name: "Zeigerbewegung am oberen Rand", short: "Zeiger am oberen Rand", value: "{value:share}" },
  bottom_edge_time: { name: "Zeigerbewegung am unteren Rand", short: "Zeiger am unteren Rand", value: "{value:share}" },
  idle_percentage: { name: "Zeit ohne Eingabe", short: "Zeiger in Ruhe", value: "{value:share}" },
  avg_mouse_speed: { name: "Tempo des Zeigers", short: "Zeigertempo", value: "{value:hundredths} px/ms" },
  key_press_rate: { name: "Tastendrücke", short: "Tipptempo", value: "{value:upToTenths} pro Minute" },
  shortcut_key_ratio: { name: "Anteil der Tastenkürzel", short: "Tastenkürzel", value: "{value:share}" },
  backspace_ratio: { name: "Anteil der Löschtasten", short: "Korrekturen", value: "{value:share}" },
  rapid_key_ratio: {
    name: "Anteil der Tasten binnen 25 ms nach einer anderen",
    short: "Schnelle Tasten",
    value: "{value:share}",
  },
  clipboard_operation_rate: {
    name: "Kopien und Einfügungen von außerhalb",
    short: "Zwischenablage",
    value: "{value:upToTenths} pro Minute",
  },
  mean_dwell: { name: "Haltedauer einer Taste", short: "Tastenhaltedauer", value: "{value:plain} ms" },
  std_dwell: {
    name: "Streuung der Haltedauer einer Taste",
    short: "Tastenhaltedauer, Streuung",
    value: "{value:plain} ms",
  },
  mean_flight: { name: "Zeit zwischen Tasten", short: "Zeit zwischen Tasten", value: "{value:plain} ms" },
  std_flight: {
    name: "Streuung der Zeit zwischen Tasten",
    short: "Zeit zwischen Tasten, Streuung",
    value: "{value:plain} ms",
  },
  copy_events: { name: "Kopien", short: "Kopien", value: "{value:upToTenths}" },
  paste_events: { name: "Einfügungen von außerhalb", short: "Einfügungen", value: "{value:upToTenths}" },
  blur_count: { name: "wie oft das Fenster die Tastatur verlor", short: "Abwesenheiten", value: "{value:upToTenths}" },
  tab_switch_count: { name: "wie oft der Tab verdeckt war", short: "Tab-Wechsel", value: "{value:upToTenths}" },
  total_blur_duration: { name: "Zeit außerhalb", short: "Zuletzt abwesend", value: "{value:inSeconds}" },
  rapid_switch_count: {
    name: "wie oft binnen zehn Sekunden wieder verlassen",
    short: "Schnelle Wechsel",
    value: "{value:upToTenths}",
  },
  suspicious_resize_count: {
    name: "wie oft das Fenster verkleinert wurde",
    short: "Fenster verkleinert",
    value: "{value:upToTenths}",
  },
  inactivity_time: { name: "Zeit ganz ohne Eingabe", short: "Untätigkeit", value: "{value:inSeconds}" },
};
