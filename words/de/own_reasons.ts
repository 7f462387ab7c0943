import type { Sentences } from "../words.ts";

export const ownReasons: Sentences["ownReasons"] = {
  away: {
    seen: "Sie waren {spells:times} abwesend, insgesamt {away_ms:duration}, am längsten {longest_ms:duration}" +
      "[; nach {answered_returns:plain} davon änderte sich sofort eine Antwort, {answered_share:share} dessen, was Sie " +
      "beantwortet haben].",
  },
  text_from_outside: {
    seen:
      "{inserts:times} kam Text in Ihre Antworten, ohne getippt worden zu sein[, über {span_ms:duration} hinweg]: " +
      "{outside_characters:characters}, {share:share} des gesamten Textes, den Sie eingegeben haben, höchstens " +
      "{largest_characters:characters} auf einmal.",
  },
  text_said_to_be_spoken: {
    seen: "Sie haben angegeben, ein Hilfsmittel zu nutzen: {spoken_characters:characters} kamen ohne Tasten, in " +
      "{pieces:pieces}. Das ist für sich genommen kein Hinweis.",
  },
  written_down: {
    seen:
      "Von Ihnen: {strokes:strokes}, {bursts:bursts} zwischen Pausen von 2 s[ (im Mittel {long_pause_s:tenths} s)], " +
      "{corrections:corrections}, {insertions:insertions} in bereits Geschriebenes.",
  },
  typing_changed: {
    seen:
      "Ihre letzten {keys:plain} Tasten: {interval_ms:plain} ms zwischen Buchstaben[, {dwell_ms:plain} ms gehalten].",
    usual: "Ihre Tasten früher in dieser Prüfung ({usual_keys:plain}): {usual_interval_ms:plain} ms zwischen " +
      "Buchstaben[, {usual_dwell_ms:plain} ms gehalten].",
  },
  typing_unlike_practice: {
    seen:
      "Ihre ersten {keys:plain} Tasten der Prüfung: {interval_ms:plain} ms zwischen Buchstaben[, {dwell_ms:plain} ms gehalten].",
    usual:
      "Ihre Tasten beim Üben davor ({usual_keys:plain}): {usual_interval_ms:plain} ms zwischen Buchstaben[, {usual_dwell_ms:plain} ms gehalten].",
  },
  pointer_changed: {
    seen:
      "Ihre Zeigerbewegungen der letzten Minute unterscheiden sich von Ihren früheren in Tempo, Richtungswechseln " +
      "oder Pausen.",
  },
  keys_regular: { seen: "Ihre Zeiten zwischen Buchstaben schwanken um {spread:share}." },
  pointer_unlike_a_hand: {
    seen:
      "Tempo und Richtung Ihres Zeigers ändern sich von einem Augenblick zum nächsten so, wie es bei einer Hand selten " +
      "vorkommt.",
  },
  scripted_input: {
    seen:
      "Laut Ihrem Browser kam Eingabe von einem Skript und von keinem Gerät, {events:times}. Manche Erweiterungen " +
      "tun das.",
  },
  keys_without_words: {
    seen: "Wo im Wort eine Taste steht, erklärt {share:share} Ihrer Zeiten zwischen Tasten.",
  },
  keys_faster_than_hands: {
    seen: "{keys:keys} Ihres Textes kamen nacheinander, im Mittel {interval_ms:tenths} ms auseinander.",
  },
  keys_held_alike: {
    seen: "Ihre Buchstaben werden {dwell_ms:tenths} ms gehalten, mit einer Streuung von {spread_ms:tenths} ms.",
  },
  browser_driven: { seen: "Ihr Browser sagt, dass ihn ein Programm steuert." },
  clicks_in_the_middle: {
    seen: "Von Ihren letzten {presses:plain} Mausklicks lagen {centred:plain} genau in der Mitte dessen, was Sie " +
      "angeklickt haben.",
  },
  clicks_in_the_middle_declared: {
    seen: "Sie haben angegeben, ein Hilfsmittel zu nutzen: Von Ihren letzten {presses:plain} Mausklicks lagen " +
      "{centred:plain} genau in der Mitte dessen, was Sie angeklickt haben. Das ist für sich genommen kein Hinweis.",
  },
  clicks_without_a_way: {
    seen: "Von Ihren letzten {presses:plain} Mausklicks an einer neuen Stelle ging {pathless:plain} keine Bewegung " +
      "voraus[; schnelle Antworten beim ersten Öffnen: {quick:plain}].",
  },
  clicks_without_a_way_declared: {
    seen:
      "Sie haben angegeben, ein Hilfsmittel zu nutzen: Von Ihren letzten {presses:plain} Mausklicks an einer neuen " +
      "Stelle ging {pathless:plain} keine Bewegung voraus[; schnelle Antworten beim ersten Öffnen: {quick:plain}]. Das " +
      "ist für sich genommen kein Hinweis.",
  },
  answers_before_reading: {
    seen: "Ihre Antworten beim ersten Öffnen, die kamen, bevor sich die Frage lesen lässt: {unread:plain}, bei " +
      "{words_per_minute:plain} Wörtern in der Minute.",
  },
  typed_without_keys: {
    seen: "Von Ihrem Text, der als getippt kam, erklären weder Tasten noch Korrekturen noch Hilfsmittel " +
      "{keyless_characters:characters}: {share:share}. Manche Tastaturen und Erweiterungen schreiben so.",
  },
  answer_given_alone: {
    seen: "{given_characters:characters} kamen allein mit Ihrer Abgabe; nichts Aufgezeichnetes hat sie geschrieben: " +
      "{share:share} Ihres Textes.",
  },
  ahead_of_time: {
    seen:
      "Ihre Seite gab {claimed_ms:duration} Ihrer Prüfung an, als beim Server {passed_ms:duration} vergangen waren.",
  },
  faster_than_hands: {
    seen: "{keys:plain} Ihrer Tasten kamen schneller als 25 in der Sekunde, {share:share} von allen.",
  },
  chosen_without_input: {
    seen: "{choices:plain} Ihrer {all_choices:plain} Antworten wurden ohne Taste und ohne Zeigerdruck gewählt.",
  },
  screen_added: {
    seen: "Während Ihrer Prüfung kam ein zweiter Bildschirm hinzu" +
      "[; Sie haben das Vollbild {left_times:times} verlassen, insgesamt {left_ms:duration}]" +
      "[; Ihr Fenster war {narrow_ms:duration} lang schmaler als {narrow_share:share} des Bildschirms].",
  },
  screen_from_start: {
    seen: "Sie haben von Anfang an einen zweiten Bildschirm" +
      "[; Sie haben das Vollbild {left_times:times} verlassen, insgesamt {left_ms:duration}]" +
      "[; Ihr Fenster war {narrow_ms:duration} lang schmaler als {narrow_share:share} des Bildschirms].",
  },
  full_screen_left: {
    seen: "Sie haben das Vollbild {left_times:times} verlassen, insgesamt {left_ms:duration}" +
      "[; Ihr Fenster war {narrow_ms:duration} lang schmaler als {narrow_share:share} des Bildschirms].",
  },
  window_narrow: {
    seen: "Ihr Fenster war {narrow_ms:duration} lang schmaler als {narrow_share:share} des Bildschirms.",
  },

  idle_percentage: {
    seen: "In den letzten {covered_ms:duration}: In {measure} Ihrer Zeit in der Prüfung haben Sie weder Zeiger noch " +
      "Taste benutzt noch etwas geändert.",
  },
  top_edge_time: {
    seen: "{measure} Ihrer Zeigerbewegung lagen in den letzten {covered_ms:duration} am oberen Rand des Fensters.",
  },
  bottom_edge_time: {
    seen: "{measure} Ihrer Zeigerbewegung lagen in den letzten {covered_ms:duration} am unteren Rand des Fensters.",
  },
  std_norm_x: {
    seen: "Ihr Zeiger bewegte sich in den letzten {covered_ms:duration} weit hin und her: Streuung {measure} der " +
      "Fensterbreite.",
  },
  std_norm_y: {
    seen: "Ihr Zeiger bewegte sich in den letzten {covered_ms:duration} weit auf und ab: Streuung {measure} der " +
      "Fensterhöhe.",
  },
  shortcut_key_ratio: {
    seen: "{measure} Ihrer Tastendrücke in den letzten {covered_ms:duration} waren Tastenkürzel.",
  },
  backspace_ratio: { seen: "{measure} Ihrer Tastendrücke in den letzten {covered_ms:duration} löschten etwas." },
  rapid_key_ratio: {
    seen: "{measure} Ihrer Tastendrücke in den letzten {covered_ms:duration} kamen weniger als 25 ms nach dem vorigen.",
  },
  clipboard_operation_rate: {
    seen: "In den letzten {covered_ms:duration} haben Sie {times:times} Text kopiert oder von außerhalb eingefügt.",
  },
  tab_switch_count: {
    seen: "Der Tab Ihrer Prüfung war in den letzten {covered_ms:duration} {value:times} verdeckt.",
  },
  total_blur_duration: {
    seen: "Von den letzten {covered_ms:duration} haben Sie {measure} außerhalb der Prüfung verbracht.",
  },
  rapid_switch_count: {
    seen:
      "In den letzten {covered_ms:duration} haben Sie die Prüfung {value:times} binnen zehn Sekunden nach der Rückkehr " +
      "wieder verlassen.",
  },
  suspicious_resize_count: {
    seen:
      "Ihr Fenster wurde in den letzten {covered_ms:duration} {value:times} verkleinert, sodass daneben Platz entstand.",
  },

  unlike_before: {
    seen: "{feature} bei Ihnen in den letzten Minuten: {measure}.",
    usual: "Zuvor bei Ihnen: {usual_measure}.",
  },
  unlike_others: { seen: "Über Ihre ganze Prüfung, in fünf Minuten: {measures}." },
  earlier: {
    seen:
      "Was von früheren Gründen übrig ist. Ihr Risiko lag bei höchstens {peak:plain}, {peak_ms:duration} nach Beginn " +
      "Ihrer Prüfung; ohne neue Gründe geht alle {half_life_ms:duration} die Hälfte des Rests zurück.",
  },
  contributed: "same",
};
