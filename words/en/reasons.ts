const usualInExam = "In this exam, in five minutes, {feature} {usual_measure}.";

/**
 * What was seen behind a contribution, and what is usual, by the code that the scorer gives it. A part in square
 * brackets is said only where its numbers are known; so is what is usual. `words/reason.ts` says them.
 *
 * They tell what was measured, and nothing of anybody's intentions.
 */
export const reasons = {
  // Signals.
  away: {
    seen: "Away {spells:times}, {away_ms:duration} in all, longest {longest_ms:duration}[; after " +
      "{answered_returns:plain} of them an answer changed at once, {answered_share:share} of what was answered].",
  },
  text_from_outside: {
    seen:
      "{inserts:times}[ over {span_ms:duration}], text arrived without being typed: {outside_characters:characters}, " +
      "{share:share} of all text entered, at most {largest_characters:characters} at once.",
  },
  text_said_to_be_spoken: {
    seen: "The student says they use assistive technology: {spoken_characters:characters} arrived without keys, in " +
      "{pieces:pieces}. Not a sign by itself; look at the text.",
  },
  written_down: {
    seen: "{strokes:strokes}: {bursts:bursts} between pauses of 2 s[ ({long_pause_s:tenths} s on average)], " +
      "{corrections:corrections}, {insertions:insertions} into text already written.",
    usual: "Composed essays of 2,000 strokes: 73 bursts, pauses of 12.6 s, 85 corrections and 21 insertions.",
  },
  typing_changed: {
    seen: "The last {keys:plain} keys: {interval_ms:plain} ms between letters[, held for {dwell_ms:plain} ms].",
    usual: "Earlier in this attempt ({usual_keys:plain} keys): {usual_interval_ms:plain} ms between letters" +
      "[, held for {usual_dwell_ms:plain} ms].",
  },
  typing_unlike_practice: {
    seen:
      "The first {keys:plain} keys of the exam: {interval_ms:plain} ms between letters[, held for {dwell_ms:plain} ms].",
    usual:
      "In the practice before ({usual_keys:plain} keys): {usual_interval_ms:plain} ms between letters[, held for {usual_dwell_ms:plain} ms].",
  },
  pointer_changed: {
    seen: "The pointer's movements of the last minute differ from those before in speed, turning or rests.",
  },
  keys_regular: {
    seen: "Times between letters vary by {spread:share}.",
    usual: "People's vary by 25 % and more, over {letters:plain} letters.",
  },
  keys_without_words: {
    seen: "Where in a word a key stands explains {share:share} of the times between keys.",
    usual: "For people it explains 9 % and more, over {keys:plain} keys.",
  },
  keys_faster_than_hands: {
    seen: "{keys:keys} of text came one after the other, {interval_ms:tenths} ms apart on average.",
    usual: "The fastest typists need about 60 ms for a key.",
  },
  keys_held_alike: {
    seen: "Letters are held for {dwell_ms:tenths} ms, with a spread of {spread_ms:tenths} ms.",
    usual: "People's vary by 7 ms and more, over {letters:plain} letters.",
  },
  browser_driven: { seen: "The browser says that a program drives it." },
  clicks_in_the_middle: {
    seen:
      "Of the last {presses:plain} presses of the mouse, {centred:plain} were in the exact middle of what was pressed.",
    usual: "People press beside the middle.",
  },
  clicks_in_the_middle_declared: {
    seen: "The student says they use assistive technology: of the last {presses:plain} presses of the mouse, " +
      "{centred:plain} were in the exact middle of what was pressed. Not a sign by itself.",
  },
  clicks_without_a_way: {
    seen: "Of the last {presses:plain} presses of the mouse in a new place, no movement led to {pathless:plain}" +
      "[; quick answers on first view: {quick:plain}].",
    usual: "A mouse is moved to where it presses. Some assistive technology presses without moving it.",
  },
  clicks_without_a_way_declared: {
    seen: "The student says they use assistive technology: of the last {presses:plain} presses of the mouse in a new " +
      "place, no movement led to {pathless:plain}[; quick answers on first view: {quick:plain}]. Not a sign by itself.",
  },
  answers_before_reading: {
    seen: "Answers on first view that came before the question can be read: {unread:plain}, at " +
      "{words_per_minute:plain} words a minute.",
    usual: "Adults read 175 to 300 words a minute. People who guess are as quick.",
  },
  pointer_unlike_a_hand: {
    seen: "The pointer's speed and direction change from one moment to the next as a hand's seldom do.",
    usual: "One in a hundred people's recorded movements looks like this by itself.",
  },
  scripted_input: {
    seen: "The browser says that a script made input and no device, {events:times}.",
  },
  typed_without_keys: {
    seen: "Of the text that came as typed, no key, correction or aid accounts for {keyless_characters:characters}: " +
      "{share:share}.",
  },
  answer_given_alone: {
    seen:
      "{given_characters:characters} came with the submission alone, and nothing recorded wrote them: {share:share} " +
      "of the text.",
  },
  ahead_of_time: {
    seen: "Events said {claimed_ms:duration} of the attempt when {passed_ms:duration} had passed at the server.",
  },
  faster_than_hands: {
    seen: "{keys:plain} keys came at more than 25 a second, {share:share} of all.",
    usual: "The fastest typists reach 20 a second over a few words.",
  },
  chosen_without_input: {
    seen: "{choices:plain} of {all_choices:plain} choices were made with no key and no press of a pointer.",
  },
  screen_added: {
    seen:
      "A second screen was added during the exam[; full screen left {left_times:times}, {left_ms:duration} in all]" +
      "[; window narrower than {narrow_share:share} of the screen for {narrow_ms:duration}].",
  },
  screen_from_start: {
    seen: "A second screen from the start[; full screen left {left_times:times}, {left_ms:duration} in all]" +
      "[; window narrower than {narrow_share:share} of the screen for {narrow_ms:duration}].",
  },
  full_screen_left: {
    seen: "Full screen left {left_times:times}, {left_ms:duration} in all" +
      "[; window narrower than {narrow_share:share} of the screen for {narrow_ms:duration}].",
  },
  window_narrow: { seen: "Window narrower than {narrow_share:share} of the screen for {narrow_ms:duration}." },

  // Rules.
  idle_percentage: {
    seen: "No pointer, key or edit in {measure} of the time at the exam in the last {covered_ms:duration}.",
    usual: usualInExam,
  },
  top_edge_time: {
    seen: "{measure} of the pointer's movement in the last {covered_ms:duration} was at the window's top edge.",
    usual: usualInExam,
  },
  bottom_edge_time: {
    seen: "{measure} of the pointer's movement in the last {covered_ms:duration} was at the window's bottom edge.",
    usual: usualInExam,
  },
  std_norm_x: {
    seen: "The pointer moved far from side to side in the last {covered_ms:duration}: a spread of {measure} of the " +
      "window's width.",
    usual: usualInExam,
  },
  std_norm_y: {
    seen:
      "The pointer moved far up and down in the last {covered_ms:duration}: a spread of {measure} of the window's " +
      "height.",
    usual: usualInExam,
  },
  shortcut_key_ratio: {
    seen: "{measure} of the keys pressed in the last {covered_ms:duration} were shortcuts.",
    usual: usualInExam,
  },
  backspace_ratio: {
    seen: "{measure} of the keys pressed in the last {covered_ms:duration} erased.",
    usual: usualInExam,
  },
  rapid_key_ratio: {
    seen: "{measure} of the keys pressed in the last {covered_ms:duration} came within 25 ms of the key before.",
    usual: usualInExam,
  },
  clipboard_operation_rate: {
    seen: "Text was copied, or pasted from outside, {times:times} in the last {covered_ms:duration}.",
    usual: usualInExam,
  },
  tab_switch_count: {
    seen: "The exam's tab was hidden {value:times} in the last {covered_ms:duration}.",
    usual: usualInExam,
  },
  total_blur_duration: {
    seen: "Away from the exam for {measure} of the last {covered_ms:duration}.",
    usual: usualInExam,
  },
  rapid_switch_count: {
    seen: "{value:times} in the last {covered_ms:duration}, the exam was left again within ten seconds of coming back.",
    usual: usualInExam,
  },
  suspicious_resize_count: {
    seen: "{value:times} in the last {covered_ms:duration}, the window was narrowed to make room beside it.",
    usual: usualInExam,
  },

  // Comparisons, and what is left of before.
  unlike_before: {
    seen: "{feature} in the last minutes: {measure}.",
    usual: "For this student before, {usual_measure}.",
  },
  unlike_others: {
    seen: "Over the whole attempt, in five minutes: {measures}.",
    usual: "In this exam, in five minutes, {usual_measures}.",
  },
  earlier: {
    seen: "What is left of earlier reasons. The risk was up to {peak:plain} at {peak_ms:duration} of the attempt; " +
      "without new reasons, half of what is left goes every {half_life_ms:duration}.",
  },
  contributed: { seen: "{name} contributed." },
} as const;
