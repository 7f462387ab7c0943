/**
 * The reasons as the student themselves is told them: in the second person, what was measured and nothing more. By the same
 * codes as `reasons.ts`, whose sentence holds where one stands as `same`, and whose "usual" where there is none here.
 */
export const ownReasons = {
  // Signals.
  away: {
    seen: "You were away {spells:times}, {away_ms:duration} in all, longest {longest_ms:duration}[; after " +
      "{answered_returns:plain} of them an answer changed at once, {answered_share:share} of what you answered].",
  },
  text_from_outside: {
    seen: "{inserts:times}[ over {span_ms:duration}], text came into your answers without being typed: " +
      "{outside_characters:characters}, {share:share} of all the text that you entered, at most " +
      "{largest_characters:characters} at once.",
  },
  text_said_to_be_spoken: {
    seen: "You said that you use assistive technology: {spoken_characters:characters} came without keys, in " +
      "{pieces:pieces}. That is no sign by itself.",
  },
  written_down: {
    seen: "You made {strokes:strokes}: {bursts:bursts} between pauses of 2 s[ ({long_pause_s:tenths} s on average)], " +
      "{corrections:corrections}, {insertions:insertions} into text already written.",
  },
  typing_changed: {
    seen: "Your last {keys:plain} keys: {interval_ms:plain} ms between letters[, held for {dwell_ms:plain} ms].",
    usual: "Your keys earlier in this exam ({usual_keys:plain}): {usual_interval_ms:plain} ms between letters" +
      "[, held for {usual_dwell_ms:plain} ms].",
  },
  typing_unlike_practice: {
    seen:
      "Your first {keys:plain} keys of the exam: {interval_ms:plain} ms between letters[, held for {dwell_ms:plain} ms].",
    usual:
      "Your keys in the practice before ({usual_keys:plain}): {usual_interval_ms:plain} ms between letters[, held for {usual_dwell_ms:plain} ms].",
  },
  pointer_changed: {
    seen: "Your pointer's strokes of the last minute differ from your earlier ones in speed, turning or pauses.",
  },
  keys_regular: { seen: "Your times between letters vary by {spread:share}." },
  pointer_unlike_a_hand: {
    seen: "Your pointer's speed and direction change from one moment to the next as a hand's seldom do.",
  },
  scripted_input: {
    seen: "Your browser says that a script made input and no device, {events:times}. Some extensions do that.",
  },
  keys_without_words: {
    seen: "Where in a word a key stands explains {share:share} of your times between keys.",
  },
  keys_faster_than_hands: {
    seen: "{keys:keys} of your text came one after the other, {interval_ms:tenths} ms apart on average.",
  },
  keys_held_alike: {
    seen: "Your letters are held for {dwell_ms:tenths} ms, with a spread of {spread_ms:tenths} ms.",
  },
  browser_driven: { seen: "Your browser says that a program drives it." },
  clicks_in_the_middle: {
    seen:
      "Of your last {presses:plain} presses of the mouse, {centred:plain} were in the exact middle of what you pressed.",
  },
  clicks_in_the_middle_declared: {
    seen: "You said that you use assistive technology: of your last {presses:plain} presses of the mouse, " +
      "{centred:plain} were in the exact middle of what you pressed. That is no sign by itself.",
  },
  clicks_without_a_way: {
    seen: "Of your last {presses:plain} presses of the mouse in a new place, no movement led to {pathless:plain}" +
      "[; quick answers on first view: {quick:plain}].",
  },
  clicks_without_a_way_declared: {
    seen: "You said that you use assistive technology: of your last {presses:plain} presses of the mouse in a new " +
      "place, no movement led to {pathless:plain}[; quick answers on first view: {quick:plain}]. That is no sign by itself.",
  },
  answers_before_reading: {
    seen: "Your answers on first view that came before the question can be read: {unread:plain}, at " +
      "{words_per_minute:plain} words a minute.",
  },
  typed_without_keys: {
    seen: "Of the text that came as typed by you, no key, correction or aid accounts for " +
      "{keyless_characters:characters}: {share:share}. Some keyboards and extensions write like that.",
  },
  answer_given_alone: {
    seen:
      "{given_characters:characters} came with your submission alone, and nothing recorded wrote them: {share:share} " +
      "of your text.",
  },
  ahead_of_time: {
    seen: "Your page said {claimed_ms:duration} of your exam when {passed_ms:duration} had passed at the server.",
  },
  faster_than_hands: {
    seen: "{keys:plain} of your keys came at more than 25 a second, {share:share} of all.",
  },
  chosen_without_input: {
    seen: "{choices:plain} of your {all_choices:plain} choices were made with no key and no press of a pointer.",
  },
  screen_added: {
    seen: "A second screen was added during your exam[; you left full screen {left_times:times}, " +
      "{left_ms:duration} in all][; your window was narrower than {narrow_share:share} of the screen for " +
      "{narrow_ms:duration}].",
  },
  screen_from_start: {
    seen: "You have had a second screen from the start[; you left full screen {left_times:times}, " +
      "{left_ms:duration} in all][; your window was narrower than {narrow_share:share} of the screen for " +
      "{narrow_ms:duration}].",
  },
  full_screen_left: {
    seen: "You left full screen {left_times:times}, {left_ms:duration} in all" +
      "[; your window was narrower than {narrow_share:share} of the screen for {narrow_ms:duration}].",
  },
  window_narrow: {
    seen: "Your window was narrower than {narrow_share:share} of the screen for {narrow_ms:duration}.",
  },

  // Rules.
  idle_percentage: {
    seen: "You used no pointer or key and changed nothing in {measure} of your time at the exam in the last " +
      "{covered_ms:duration}.",
  },
  top_edge_time: {
    seen: "{measure} of your pointer's movement in the last {covered_ms:duration} was at the window's top edge.",
  },
  bottom_edge_time: {
    seen: "{measure} of your pointer's movement in the last {covered_ms:duration} was at the window's bottom edge.",
  },
  std_norm_x: {
    seen: "Your pointer moved far from side to side in the last {covered_ms:duration}: a spread of {measure} of the " +
      "window's width.",
  },
  std_norm_y: {
    seen:
      "Your pointer moved far up and down in the last {covered_ms:duration}: a spread of {measure} of the window's " +
      "height.",
  },
  shortcut_key_ratio: {
    seen: "{measure} of the keys that you pressed in the last {covered_ms:duration} were shortcuts.",
  },
  backspace_ratio: { seen: "{measure} of the keys that you pressed in the last {covered_ms:duration} erased." },
  rapid_key_ratio: {
    seen:
      "{measure} of the keys that you pressed in the last {covered_ms:duration} came within 25 ms of the key before.",
  },
  clipboard_operation_rate: {
    seen: "You copied text, or pasted some from outside, {times:times} in the last {covered_ms:duration}.",
  },
  tab_switch_count: { seen: "Your exam's tab was hidden {value:times} in the last {covered_ms:duration}." },
  total_blur_duration: { seen: "You were away from the exam for {measure} of the last {covered_ms:duration}." },
  rapid_switch_count: {
    seen: "{value:times} in the last {covered_ms:duration}, you left the exam again within ten seconds of coming back.",
  },
  suspicious_resize_count: {
    seen: "{value:times} in the last {covered_ms:duration}, your window was narrowed, with room beside it.",
  },

  // Comparisons, and what is left of before.
  unlike_before: {
    seen: "In your last minutes, {feature}: {measure}.",
    usual: "Yours before: {usual_measure}.",
  },
  unlike_others: { seen: "Over your whole exam, in five minutes: {measures}." },
  earlier: {
    seen:
      "What is left of earlier reasons. Your risk was up to {peak:plain} at {peak_ms:duration} of your exam; without " +
      "new reasons, half of what is left goes every {half_life_ms:duration}.",
  },
  contributed: "same",
} as const;
