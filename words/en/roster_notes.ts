/** What whoever brings a roster along reads about it, line by line. */
export const rosterNotes = {
  encoding: "The file is not in UTF-8; it was read as {encoding}. Look at accents and umlauts.",
  unseen_replaced: "Signs that nobody can see, such as {sign}, were replaced by �.",
  broken: "The table cannot be read from here on: a quotation mark may be missing.",
  nothing: "No student was found.",
  too_many: "A file has {most} students at most; bring the rest in another one.",
  more_notes: "{notes} further notes are not shown.",
  unknown_column: 'The column "{column}" is not known and was left out.',
  column_twice: 'The column "{column}" stands there twice.',
  email: "Addresses are not kept: an exam has no use for them.",
  plain_list:
    "The first line names no columns, so each line was read as a student: a name, and a number behind it where there is one.",
  plain_line: "This line is not understood. Write a name, or a name and a number: Ada Lovelace, 1001",
  name_turned: "Two names with a comma between were read as last name, first name: {name}.",
  no_name: "The name is missing.",
  not_valid: "This is not a student.",
  extra_time: '"{text}" is no extra time. Write 25% or 15 min.',
  extra_time_bare:
    '"{text}" has no unit and was read as percent, here and wherever the list has no unit. Minutes are written 15 min.',
  number: '"{text}" is not a number.',
  breaks: '"{text}" is no break. Write 10 min, or 2 x 10 min.',
  technology:
    '"{text}" is no assistive technology. Known are dictation, screen_reader, switch_access and motor_impairment.',
  signal:
    '"{text}" is no signal. Known are away, external_text, transcription, takeover, automation, display and capture.',
  moment: '"{text}" is no moment. Write 2026-11-28 09:00.',
  window: "The start window ends before it begins.",
  number_twice: "The number {number} stands in line {line}, too.",
  name_twice: "{name} stands in line {line}, too. Give both a number.",
  name_not_one: "The roster has {name} more than once. Give the number.",
  has_begun:
    "{name} has begun: only group and reason change. What is allowed to them, their proctors change in the room.",
} as const;
