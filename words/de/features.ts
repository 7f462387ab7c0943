import type { Sentences } from "../words.ts";

export const features: Sentences["features"] = {
  avg_norm_x: {
    name: "mittlere Lage des Zeigers von links",
    short: "Zeigerlage waagerecht",
    value: "{value:share}",
    meaning: "Mittlere waagerechte Lage des Zeigers, als Anteil der Fensterbreite.",
  },
  avg_norm_y: {
    name: "mittlere Lage des Zeigers von oben",
    short: "Zeigerlage senkrecht",
    value: "{value:share}",
    meaning: "Mittlere senkrechte Lage des Zeigers, als Anteil der Fensterhöhe.",
  },
  std_norm_x: {
    name: "Streuung des Zeigers von Seite zu Seite",
    short: "Zeigerstreuung waagerecht",
    value: "{value:share}",
    meaning: "Wie weit sich der Zeiger von links nach rechts bewegt, als Standardabweichung.",
  },
  std_norm_y: {
    name: "Streuung des Zeigers auf und ab",
    short: "Zeigerstreuung senkrecht",
    value: "{value:share}",
    meaning: "Wie weit sich der Zeiger auf und ab bewegt, als Standardabweichung.",
  },
  top_edge_time: {
    name: "Zeigerbewegung am oberen Rand",
    short: "Zeiger am oberen Rand",
    value: "{value:share}",
    meaning: "Anteil der Bewegungszeit des Zeigers, die er am oberen Rand des Fensters verbringt.",
  },
  bottom_edge_time: {
    name: "Zeigerbewegung am unteren Rand",
    short: "Zeiger am unteren Rand",
    value: "{value:share}",
    meaning: "Anteil der Bewegungszeit des Zeigers, die er am unteren Rand des Fensters verbringt.",
  },
  idle_percentage: {
    name: "Zeit ohne Eingabe",
    short: "Zeiger in Ruhe",
    value: "{value:share}",
    meaning:
      "Anteil der Zeit in der Prüfung, in der mehr als zwei Sekunden lang weder Zeiger noch Taste noch Änderung kommt.",
  },
  avg_mouse_speed: {
    name: "Tempo des Zeigers",
    short: "Zeigertempo",
    value: "{value:hundredths} px/ms",
    meaning: "Mittleres Tempo des Zeigers, während er sich bewegt.",
  },
  key_press_rate: {
    name: "Tastendrücke",
    short: "Tipptempo",
    value: "{value:upToTenths} pro Minute",
    meaning: "Tastendrücke pro Minute.",
  },
  shortcut_key_ratio: {
    name: "Anteil der Tastenkürzel",
    short: "Tastenkürzel",
    value: "{value:share}",
    meaning: "Anteil der Tastendrücke, die Tastenkürzel waren.",
  },
  backspace_ratio: {
    name: "Anteil der Löschtasten",
    short: "Korrekturen",
    value: "{value:share}",
    meaning: "Anteil der Tastendrücke, die etwas löschten.",
  },
  rapid_key_ratio: {
    name: "Anteil der Tasten binnen 25 ms nach einer anderen",
    short: "Schnelle Tasten",
    value: "{value:share}",
    meaning: "Anteil der Tastendrücke, die weniger als 25 ms nach dem vorigen kamen.",
  },
  clipboard_operation_rate: {
    name: "Kopien und Einfügungen von außerhalb",
    short: "Zwischenablage",
    value: "{value:upToTenths} pro Minute",
    meaning:
      "Kopien und Einfügungen von außerhalb pro Minute; Text, der innerhalb der Prüfung bewegt wird, zählt nicht.",
  },
  mean_dwell: {
    name: "Haltedauer einer Taste",
    short: "Tastenhaltedauer",
    value: "{value:plain} ms",
    meaning: "Wie lange eine Taste im Mittel gehalten wird.",
  },
  std_dwell: {
    name: "Streuung der Haltedauer einer Taste",
    short: "Tastenhaltedauer, Streuung",
    value: "{value:plain} ms",
    meaning: "Wie sehr die Haltedauer der Tasten schwankt.",
  },
  mean_flight: {
    name: "Zeit zwischen Tasten",
    short: "Zeit zwischen Tasten",
    value: "{value:plain} ms",
    meaning: "Mittlere Zeit vom Loslassen einer Taste bis zum Drücken der nächsten, ohne Pausen.",
  },
  std_flight: {
    name: "Streuung der Zeit zwischen Tasten",
    short: "Zeit zwischen Tasten, Streuung",
    value: "{value:plain} ms",
    meaning: "Wie sehr die Zeit zwischen Tasten schwankt, ohne Pausen.",
  },
  copy_events: { name: "Kopien", short: "Kopien", value: "{value:upToTenths}", meaning: "Wie oft Text kopiert wurde." },
  paste_events: {
    name: "Einfügungen von außerhalb",
    short: "Einfügungen",
    value: "{value:upToTenths}",
    meaning: "Wie oft Text von außerhalb der Prüfung eingefügt wurde.",
  },
  blur_count: {
    name: "wie oft das Fenster die Tastatur verlor",
    short: "Abwesenheiten",
    value: "{value:upToTenths}",
    meaning:
      "Wie oft das Fenster der Prüfung eine Sekunde oder länger die Tastatur verlor, während sein Tab zu sehen war.",
  },
  tab_switch_count: {
    name: "wie oft der Tab verdeckt war",
    short: "Tab-Wechsel",
    value: "{value:upToTenths}",
    meaning: "Wie oft der Tab der Prüfung eine Sekunde oder länger verdeckt war.",
  },
  total_blur_duration: {
    name: "Zeit außerhalb",
    short: "Zuletzt abwesend",
    value: "{value:inSeconds}",
    meaning:
      "Zeit außerhalb der Prüfung, in Abschnitten von einer Sekunde und mehr; verdeckter Tab und verlorene Tastatur zugleich zählen einmal.",
  },
  rapid_switch_count: {
    name: "wie oft binnen zehn Sekunden wieder verlassen",
    short: "Schnelle Wechsel",
    value: "{value:upToTenths}",
    meaning: "Wie oft die Prüfung binnen zehn Sekunden nach der Rückkehr wieder verlassen wurde.",
  },
  suspicious_resize_count: {
    name: "wie oft das Fenster verkleinert wurde",
    short: "Fenster verkleinert",
    value: "{value:upToTenths}",
    meaning:
      "Wie oft das Fenster auf einem breiten Bildschirm eine Sekunde oder länger auf weniger als 70 % der Breite verkleinert wurde.",
  },
  inactivity_time: {
    name: "Zeit ganz ohne Eingabe",
    short: "Untätigkeit",
    value: "{value:inSeconds}",
    meaning: "Zeit ohne jede Eingabe, in Abschnitten von fünf Sekunden und mehr.",
  },
};
