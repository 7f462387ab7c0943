/** What our own rules say of a field, behind its name. What the schema library finds itself, it says in its own words. */
export const fieldProblems = {
  nothing_visible: "needs at least one character that can be seen",
  too_many_characters: "must be at most {value} characters",
  piled_marks: "has more marks on one letter than can be read",
  id_form: "must be 1 to 64 letters, digits, - or _",
  local_path: "must be a path on this server",
  username_form: "must be 2 to 64 lower-case letters, digits, ., _, @ or -",
  code_form: "must be 3 to 32 letters, digits or -",
  one_time_code_form: "must be 6 digits",
  language_tag: "must be a language tag (BCP 47), such as de or pt-BR",
  used_twice: '"{value}" is used twice',
  token_used_twice: "is the token of another student, too, as people type it (case and hyphens do not count)",
  no_choice: '"{value}" is not a choice',
  unreadable: "cannot be read",
  choices_differ: "choice ids must differ",
  after_opening: "must be after opens_at",
  roster_needed: "must name at least one student when join is roster",
} as const;
