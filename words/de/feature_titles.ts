import type { Sentences } from "../words.ts";

export const featureTitles: Sentences["featureTitles"] = {
  avg_norm_x: {
    name: "Zeigerlage waagerecht",
    meaning: "Mittlere waagerechte Lage des Zeigers, als Anteil der Fensterbreite.",
  },
  avg_norm_y: {
    name: "Zeigerlage senkrecht",
    meaning: "Mittlere senkrechte Lage des Zeigers, als Anteil der Fensterhöhe.",
  },
  std_norm_x: {
    name: "Zeigerstreuung waagerecht",
    meaning: "Wie weit sich der Zeiger von links nach rechts bewegt, als Standardabweichung.",
  },
  std_norm_y: {
    name: "Zeigerstreuung senkrecht",
    meaning: "Wie weit sich der Zeiger auf und ab bewegt, als Standardabweichung.",
  },
  top_edge_time: {
    name: "Zeiger am oberen Rand",
    meaning: "Anteil der Bewegungszeit des Zeigers, die er am oberen Rand des Fensters verbringt.",
  },
  bottom_edge_time: {
    name: "Zeiger am unteren Rand",
    meaning: "Anteil der Bewegungszeit des Zeigers, die er am unteren Rand des Fensters verbringt.",
  },
  idle_percentage: {
    name: "Zeiger in Ruhe",
    meaning:
      "Anteil der Zeit in der Prüfung, in der mehr als zwei Sekunden lang weder Zeiger noch Taste noch Änderung kommt.",
  },
  avg_mouse_speed: { name: "Zeigertempo", meaning: "Mittleres Tempo des Zeigers, während er sich bewegt." },
  key_press_rate: { name: "Tipptempo", meaning: "Tastendrücke pro Minute." },
  shortcut_key_ratio: { name: "Tastenkürzel", meaning: "Anteil der Tastendrücke, die Tastenkürzel waren." },
  backspace_ratio: { name: "Korrekturen", meaning: "Anteil der Tastendrücke, die etwas löschten." },
  rapid_key_ratio: {
    name: "Schnelle Tasten",
    meaning: "Anteil der Tastendrücke, die weniger als 25 ms nach dem vorigen kamen.",
  },
  clipboard_operation_rate: {
    name: "Zwischenablage",
    meaning:
      "Kopien und Einfügungen von außerhalb pro Minute; Text, der innerhalb der Prüfung bewegt wird, zählt nicht.",
  },
  mean_dwell: { name: "Tastenhaltedauer", meaning: "Wie lange eine Taste im Mittel gehalten wird." },
  std_dwell: { name: "Tastenhaltedauer, Streuung", meaning: "Wie sehr die Haltedauer der Tasten schwankt." },
  mean_flight: {
    name: "Zeit zwischen Tasten",
    meaning: "Mittlere Zeit vom Loslassen einer Taste bis zum Drücken der nächsten, ohne Pausen.",
  },
  std_flight: {
    name: "Zeit zwischen Tasten, Streuung",
    meaning: "Wie sehr die Zeit zwischen Tasten schwankt, ohne Pausen.",
  },
  copy_events: { name: "Kopien", meaning: "Wie oft Text kopiert wurde." },
  paste_events: { name: "Einfügungen", meaning: "Wie oft Text von außerhalb der Prüfung eingefügt wurde." },
  blur_count: {
    name: "Abwesenheiten",
    meaning:
      "Wie oft das Fenster der Prüfung eine Sekunde oder länger die Tastatur verlor, während sein Tab zu sehen war.",
  },
  tab_switch_count: {
    name: "Tab-Wechsel",
    meaning: "Wie oft der Tab der Prüfung eine Sekunde oder länger verdeckt war.",
  },
  total_blur_duration: {
    name: "Zuletzt abwesend",
    meaning:
      "Zeit außerhalb der Prüfung, in Abschnitten von einer Sekunde und mehr; verdeckter Tab und verlorene Tastatur zugleich zählen einmal.",
  },
  rapid_switch_count: {
    name: "Schnelle Wechsel",
    meaning: "Wie oft die Prüfung binnen zehn Sekunden nach der Rückkehr wieder verlassen wurde.",
  },
  suspicious_resize_count: {
    name: "Fenster verkleinert",
    meaning:
      "Wie oft das Fenster auf einem breiten Bildschirm eine Sekunde oder länger auf weniger als 70 % der Breite verkleinert wurde.",
  },
  inactivity_time: {
    name: "Untätigkeit",
    meaning: "Zeit ohne jede Eingabe, in Abschnitten von fünf Sekunden und mehr.",
  },
};
