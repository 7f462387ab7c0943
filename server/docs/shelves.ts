/** Whom a document is for: how the contents are grouped. `everyone` is the score and its error rates. */
export type Reader =
  | "students"
  | "proctors"
  | "reviewers"
  | "instructors"
  | "privacyOfficers"
  | "operators"
  | "everyone"
  | "developers"
  | "decisions";

/** The documents of one kind of reader, in the order in which they are read. */
export interface Shelf {
  reader: Reader;
  /** Paths below `docs/`, without the ending. */
  paths: readonly string[];
}

/**
 * Every document that is shown, once. What is not here is in the repository alone: a test holds that nothing is forgotten
 * but the rules in `docs/spec`, which are for whoever has the tests, too.
 */
export const SHELVES: readonly Shelf[] = [
  { reader: "students", paths: ["guides/sit_an_exam"] },
  { reader: "proctors", paths: ["guides/work_a_room"] },
  { reader: "reviewers", paths: ["guides/review_attempts", "guides/check_an_export"] },
  {
    reader: "instructors",
    paths: [
      "guides/write_an_exam",
      "guides/question_types",
      "guides/write_texts",
      "guides/bring_questions",
      "guides/keep_questions",
      "guides/let_students_in",
      "guides/embed_in_a_page",
      "guides/watch_by_extension",
      "guides/edit_an_exam",
      "guides/mark_an_exam",
      "guides/give_results",
    ],
  },
  { reader: "privacyOfficers", paths: ["guides/privacy_officer"] },
  { reader: "operators", paths: ["guides/run_a_server", "deploy", "capacity", "performance", "observability"] },
  {
    reader: "everyone",
    paths: [
      "scoring",
      "scoring/combination",
      "scoring/capture",
      "psychometrics",
      "psychometrics_sizes",
      "models/takeover",
      "models/takeover_pointer",
      "models/transcription",
      "models/automation",
      "models/isolation_forest",
      "models/interval",
      "models/predict",
    ],
  },
  {
    reader: "developers",
    paths: [
      "architecture",
      "glossary",
      "style",
      "store",
      "guides/add_a_question_type",
      "guides/add_a_signal",
      "guides/add_a_language",
      "guides/integrate_by_rest",
      "guides/add_a_rest_call",
      "guides/change_a_stored_shape",
    ],
  },
  {
    reader: "decisions",
    paths: [
      "decisions/admission",
      "decisions/alert_pace",
      "decisions/answers_are_events",
      "decisions/audit_log",
      "decisions/embedding",
      "decisions/event_log",
      "decisions/evidence",
      "decisions/expected",
      "decisions/focus",
      "decisions/kept_not_applied",
      "decisions/layout",
      "decisions/limits_by_outcome",
      "decisions/listener",
      "decisions/log_in_order",
      "decisions/marks",
      "decisions/migrations",
      "decisions/one_writer",
      "decisions/openapi",
      "decisions/page_readers",
      "decisions/passwords",
      "decisions/practice",
      "decisions/reading_apart",
      "decisions/repeated_join",
      "decisions/rest_where_no_socket_opens",
      "decisions/results",
      "decisions/revisions",
      "decisions/route_policies",
      "decisions/score_before_commit",
      "decisions/text",
      "decisions/time",
      "decisions/unseen_signs",
      "decisions/verdicts",
      "decisions/weights",
      "decisions/whole_files",
      "decisions/workers",
    ],
  },
];
