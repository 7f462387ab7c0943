import type { Sentences } from "../words.ts";

const usualInExam = "In dieser Prüfung, in fünf Minuten: {feature} {usual_measure}.";

export const reasons: Sentences["reasons"] = {
  away: {
    seen: "{spells:times} abwesend, insgesamt {away_ms:duration}, am längsten {longest_ms:duration}[; nach " +
      "{answered_returns:plain} davon änderte sich sofort eine Antwort, {answered_share:share} des Beantworteten].",
  },
  text_from_outside: {
    seen: "{inserts:times} kam Text hinzu, ohne getippt worden zu sein[, über {span_ms:duration} hinweg]: " +
      "{outside_characters:characters}, {share:share} des gesamten eingegebenen Textes, höchstens " +
      "{largest_characters:characters} auf einmal.",
  },
  text_said_to_be_spoken: {
    seen: "Der Prüfling gibt an, ein Hilfsmittel zu nutzen: {spoken_characters:characters} kamen ohne Tasten, in " +
      "{pieces:pieces}. Für sich genommen kein Hinweis; sehen Sie sich den Text an.",
  },
  written_down: {
    seen: "{strokes:strokes}: {bursts:bursts} zwischen Pausen von 2 s[ (im Mittel {long_pause_s:tenths} s)], " +
      "{corrections:corrections}, {insertions:insertions} in bereits Geschriebenes.",
    usual: "Selbst verfasste Aufsätze mit 2.000 Anschlägen: 73 Schreibschübe, Pausen von 12,6 s, 85 Korrekturen und " +
      "21 Einfügungen.",
  },
  typing_changed: {
    seen:
      "Die letzten {keys:plain} Tasten: {interval_ms:plain} ms zwischen Buchstaben[, {dwell_ms:plain} ms gehalten].",
    usual: "Früher in diesem Versuch ({usual_keys:plain} Tasten): {usual_interval_ms:plain} ms zwischen Buchstaben" +
      "[, {usual_dwell_ms:plain} ms gehalten].",
  },
  typing_unlike_practice: {
    seen:
      "Die ersten {keys:plain} Tasten der Prüfung: {interval_ms:plain} ms zwischen Buchstaben[, {dwell_ms:plain} ms gehalten].",
    usual:
      "Beim Üben davor ({usual_keys:plain} Tasten): {usual_interval_ms:plain} ms zwischen Buchstaben[, {usual_dwell_ms:plain} ms gehalten].",
  },
  pointer_changed: {
    seen:
      "Die Zeigerbewegungen der letzten Minute unterscheiden sich von den früheren in Tempo, Richtungswechseln oder " +
      "Pausen.",
  },
  keys_regular: {
    seen: "Die Zeiten zwischen Buchstaben schwanken um {spread:share}.",
    usual: "Bei Menschen schwanken sie, über {letters:plain} Buchstaben, um 25 % und mehr.",
  },
  keys_without_words: {
    seen: "Die Stelle einer Taste im Wort erklärt {share:share} der Zeiten zwischen den Tasten.",
    usual: "Bei Menschen erklärt sie, über {keys:plain} Tasten, 9 % und mehr.",
  },
  keys_faster_than_hands: {
    seen: "Nacheinander kamen {keys:keys} Text, im Mittel im Abstand von {interval_ms:tenths} ms.",
    usual: "Die Schnellsten brauchen für eine Taste etwa 60 ms.",
  },
  keys_held_alike: {
    seen: "Buchstaben bleiben {dwell_ms:tenths} ms gedrückt, mit einer Streuung von {spread_ms:tenths} ms.",
    usual: "Bei Menschen schwankt das, über {letters:plain} Buchstaben, um 7 ms und mehr.",
  },
  browser_driven: { seen: "Der Browser sagt, dass ein Programm ihn steuert." },
  clicks_in_the_middle: {
    seen: "Von den letzten {presses:plain} Klicks der Maus trafen {centred:plain} genau die Mitte.",
    usual: "Menschen treffen neben die Mitte.",
  },
  clicks_in_the_middle_declared: {
    seen: "Der Prüfling gibt an, assistive Technik zu nutzen: Von den letzten {presses:plain} Klicks der Maus trafen " +
      "{centred:plain} genau die Mitte. Für sich kein Zeichen.",
  },
  clicks_without_a_way: {
    seen:
      "Von den letzten {presses:plain} Klicks der Maus an neuer Stelle führte zu {pathless:plain} keine Bewegung hin" +
      "[; schnelle Antworten beim ersten Ansehen: {quick:plain}].",
    usual: "Eine Maus wird dorthin bewegt, wo sie klickt. Manche assistive Technik klickt, ohne sie zu bewegen.",
  },
  clicks_without_a_way_declared: {
    seen:
      "Der Prüfling gibt an, assistive Technik zu nutzen: Von den letzten {presses:plain} Klicks der Maus an neuer " +
      "Stelle führte zu {pathless:plain} keine Bewegung hin[; schnelle Antworten beim ersten Ansehen: {quick:plain}]. " +
      "Für sich kein Zeichen.",
  },
  answers_before_reading: {
    seen:
      "Antworten beim ersten Ansehen, bevor die Frage gelesen sein kann: {unread:plain}, bei {words_per_minute:plain} " +
      "Wörtern in der Minute.",
    usual: "Erwachsene lesen 175 bis 300 Wörter in der Minute. Wer rät, ist ebenso schnell.",
  },
  pointer_unlike_a_hand: {
    seen:
      "Tempo und Richtung des Zeigers ändern sich von einem Augenblick zum nächsten so, wie es bei einer Hand selten " +
      "vorkommt.",
    usual: "Bei einer von hundert Personen sehen aufgezeichnete Bewegungen von selbst so aus.",
  },
  scripted_input: {
    seen: "Laut Browser kam Eingabe von einem Skript und von keinem Gerät, {events:times}.",
  },
  typed_without_keys: {
    seen: "Von dem Text, der als getippt kam, erklären weder Tasten noch Korrekturen noch Hilfsmittel " +
      "{keyless_characters:characters}: {share:share}.",
  },
  answer_given_alone: {
    seen: "{given_characters:characters} kamen allein mit der Abgabe; nichts Aufgezeichnetes hat sie geschrieben: " +
      "{share:share} des Textes.",
  },
  ahead_of_time: {
    seen:
      "Ereignisse gaben {claimed_ms:duration} des Versuchs an, als beim Server {passed_ms:duration} vergangen waren.",
  },
  faster_than_hands: {
    seen: "{keys:plain} Tasten kamen schneller als 25 in der Sekunde, {share:share} von allen.",
    usual: "Die schnellsten Schreibenden erreichen über einige Wörter 20 in der Sekunde.",
  },
  chosen_without_input: {
    seen: "{choices:plain} von {all_choices:plain} Antworten wurden ohne Taste und ohne Zeigerdruck gewählt.",
  },
  screen_added: {
    seen: "Während der Prüfung kam ein zweiter Bildschirm hinzu" +
      "[; Vollbild {left_times:times} verlassen, insgesamt {left_ms:duration}]" +
      "[; Fenster {narrow_ms:duration} lang schmaler als {narrow_share:share} des Bildschirms].",
  },
  screen_from_start: {
    seen: "Von Anfang an ein zweiter Bildschirm" +
      "[; Vollbild {left_times:times} verlassen, insgesamt {left_ms:duration}]" +
      "[; Fenster {narrow_ms:duration} lang schmaler als {narrow_share:share} des Bildschirms].",
  },
  full_screen_left: {
    seen: "Vollbild {left_times:times} verlassen, insgesamt {left_ms:duration}" +
      "[; Fenster {narrow_ms:duration} lang schmaler als {narrow_share:share} des Bildschirms].",
  },
  window_narrow: { seen: "Fenster {narrow_ms:duration} lang schmaler als {narrow_share:share} des Bildschirms." },

  idle_percentage: {
    seen: "In den letzten {covered_ms:duration}: in {measure} der Zeit in der Prüfung weder Zeiger noch Taste noch " +
      "Änderung.",
    usual: usualInExam,
  },
  top_edge_time: {
    seen: "{measure} der Zeigerbewegung lagen in den letzten {covered_ms:duration} am oberen Rand des Fensters.",
    usual: usualInExam,
  },
  bottom_edge_time: {
    seen: "{measure} der Zeigerbewegung lagen in den letzten {covered_ms:duration} am unteren Rand des Fensters.",
    usual: usualInExam,
  },
  std_norm_x: {
    seen: "Der Zeiger bewegte sich in den letzten {covered_ms:duration} weit hin und her: Streuung {measure} der " +
      "Fensterbreite.",
    usual: usualInExam,
  },
  std_norm_y: {
    seen: "Der Zeiger bewegte sich in den letzten {covered_ms:duration} weit auf und ab: Streuung {measure} der " +
      "Fensterhöhe.",
    usual: usualInExam,
  },
  shortcut_key_ratio: {
    seen: "{measure} der Tastendrücke in den letzten {covered_ms:duration} waren Tastenkürzel.",
    usual: usualInExam,
  },
  backspace_ratio: {
    seen: "{measure} der Tastendrücke in den letzten {covered_ms:duration} löschten etwas.",
    usual: usualInExam,
  },
  rapid_key_ratio: {
    seen: "{measure} der Tastendrücke in den letzten {covered_ms:duration} kamen weniger als 25 ms nach dem vorigen.",
    usual: usualInExam,
  },
  clipboard_operation_rate: {
    seen: "In den letzten {covered_ms:duration} wurde {times:times} Text kopiert oder von außerhalb eingefügt.",
    usual: usualInExam,
  },
  tab_switch_count: {
    seen: "Der Tab der Prüfung war in den letzten {covered_ms:duration} {value:times} verdeckt.",
    usual: usualInExam,
  },
  total_blur_duration: {
    seen: "Von den letzten {covered_ms:duration} wurde {measure} außerhalb der Prüfung verbracht.",
    usual: usualInExam,
  },
  rapid_switch_count: {
    seen:
      "In den letzten {covered_ms:duration} wurde die Prüfung {value:times} binnen zehn Sekunden nach der Rückkehr " +
      "wieder verlassen.",
    usual: usualInExam,
  },
  suspicious_resize_count: {
    seen:
      "Das Fenster wurde in den letzten {covered_ms:duration} {value:times} verkleinert, sodass daneben Platz entstand.",
    usual: usualInExam,
  },

  unlike_before: {
    seen: "{feature} in den letzten Minuten: {measure}.",
    usual: "Zuvor in diesem Versuch {usual_measure}.",
  },
  unlike_others: {
    seen: "Über den ganzen Versuch, in fünf Minuten: {measures}.",
    usual: "In dieser Prüfung, in fünf Minuten: {usual_measures}.",
  },
  earlier: {
    seen:
      "Was von früheren Gründen übrig ist. Das Risiko lag bei höchstens {peak:plain}, {peak_ms:duration} nach Beginn " +
      "des Versuchs; ohne neue Gründe geht alle {half_life_ms:duration} die Hälfte des Rests zurück.",
  },
  contributed: { seen: "{name} hat beigetragen." },
};
