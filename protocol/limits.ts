/**
 * Every limit of the protocol, once. Schemas, sockets, capture and tests read them from here.
 */

/** Version that the first message of a socket must name. Another one is refused with {@link CloseCode}. */
export const PROTOCOL_VERSION = 1;

/** Events in one batch, at most. */
export const MAX_BATCH_EVENTS = 500;

/** UTF-8 bytes of one message or of a REST body that carries a batch, at most. */
export const MAX_BATCH_BYTES = 256 * 1024;

/** Bytes of any other REST body, at most. Exams are imported through the command line or the staff's API. */
export const MAX_BODY_BYTES = 64 * 1024;

/** Bytes of a submission with its answers, at most: they are one entry of the log, which is stored in one atomic. */
export const MAX_SUBMISSION_BYTES = 512 * 1024;

/** Bytes of a file with work handed over late, at most, … */
export const MAX_LATE_WORK_BYTES = 8 * 1024 * 1024;

/** … and the batches in it: four hours of one per second. */
export const MAX_LATE_BATCHES = 14_400;

/** Questions of one exam, at most. */
export const MAX_QUESTIONS = 500;

/** Bytes of an exam document, at most. */
export const MAX_EXAM_BYTES = 2 * 1024 * 1024;

/** Bytes of one picture of an exam, at most, … */
export const MAX_PICTURE_BYTES = 2 * 1024 * 1024;

/** … pictures of an exam, and the bytes of all of them. */
export const MAX_EXAM_PICTURES = 200;
export const MAX_EXAM_MEDIA_BYTES = 50 * 1024 * 1024;

/** Bytes of texts that are rendered in one go, and how many. */
export const MAX_RENDER_BYTES = 256 * 1024;
export const MAX_RENDER_TEXTS = 500;

/** Bytes of a file with questions, at most, … */
export const MAX_IMPORT_BYTES = 4 * 1024 * 1024;

/** … questions that are taken of it, more than one exam holds, … */
export const MAX_IMPORT_QUESTIONS = 10_000;

/** … notes on it that are told one by one, … */
export const MAX_IMPORT_NOTES = 1_000;

/** … and bytes of the pictures that come with it. */
export const MAX_IMPORT_MEDIA_BYTES = 8 * 1024 * 1024;

/** Pages of a PDF without text that an author's browser draws, at most. */
export const MAX_DRAWN_PAGES = 40;

/** A batch's first `t` may lie this far before the last `t` of the batch before it, in ms. */
export const MAX_BACKSTEP_MS = 5_000;

/** Capture cuts a dwell or a pointer path at this age, so that a batch never has to reach further back, in ms. */
export const MAX_OPEN_EVENT_MS = 4_000;

/** `t` of an event, at most: 30 days in ms. Longer than any exam, and far from where doubles lose integers. */
export const MAX_EVENT_TIME_MS = 30 * 24 * 3_600_000;

/** A dwell, flight or point offset beyond this is refused, in ms: one hour. */
export const MAX_KEY_TIME_MS = 3_600_000;

/** A pointer share beyond ±this many viewports is refused. */
export const MAX_VIEWPORT_SHARE = 100;

/** Points of one pointer path, at most. */
export const MAX_PATH_POINTS = 1_000;

/** Characters of one captured insert; capture splits a longer one into consecutive edits at one `t`. */
export const MAX_INSERT_CHARACTERS = 8_000;

/** Characters of one stored answer, at most. Text beyond it is kept as evidence and not applied. */
export const MAX_ANSWER_CHARACTERS = 200_000;

/** A length, offset or count in an event, at most. */
export const MAX_LENGTH = 10_000_000;

/** Choices of one question, at most. */
export const MAX_CHOICES = 100;

/** Messages a second that a student's socket takes; beyond, it is read slower. */
export const MAX_MESSAGES_PER_SECOND = 100;

/** Bytes a second that a student may send for long, by socket and REST together; beyond, both are read slower. */
export const MAX_BYTES_PER_SECOND = 64_000;

/** A socket that stays over its rate for this long is closed, in ms. */
export const MAX_OVER_RATE_MS = 10_000;

/** A socket that has not said `hello` by then is closed, in ms. */
export const HELLO_TIMEOUT_MS = 10_000;

/** A client sends at least one message in this time, in ms: a `ping` where it has nothing else to say. */
export const HEARTBEAT_MS = 1_500;

/** A student not heard from for this long is shown as gone, in ms. Below the promised 5 s by one sweep. */
export const PRESENCE_TIMEOUT_MS = 4_000;

/** A connected student of whose attempt nothing was captured for this long is a state to look at, in ms: two idle pieces and more. */
export const SILENT_AFTER_MS = 120_000;

/** Capture sends a batch this often, in ms, … */
export const BATCH_INTERVAL_MS = 1_000;

/** … or as soon as it holds this many events. */
export const BATCH_EVENTS = 50;

/** Frames a second to one proctor, at most; a level change or an alert goes at once. */
export const FRAMES_PER_SECOND = 5;

/** Characters of a person's name, as a reader counts them. */
export const MAX_NAME_CHARACTERS = 200;

/** UTF-16 units of a name or number, at most: a character may take several. */
export const MAX_NAME_UNITS = 800;

/** Longest number of a student, in characters. */
export const MAX_STUDENT_NUMBER_CHARACTERS = 100;

/** Signals and features that are not considered, of an exam or of a student, at most. */
export const MAX_MUTED = 100;

/** Characters of a message, note or reason that staff write. */
export const MAX_NOTE_CHARACTERS = 2_000;

/** Notes of the staff on one attempt, at most. */
export const MAX_STAFF_NOTES = 50;

/** Attempts that one action of a proctor may name. */
export const MAX_ACTION_TARGETS = 1_000;

/** Extra minutes of a student, at most: as long as the longest exam. */
export const MAX_EXTRA_MINUTES = 7 * 24 * 60;

/** Students of one roster, at most, … */
export const MAX_ROSTER = 100_000;

/** … those of one file, … */
export const MAX_ROSTER_FILE = 10_000;

/** … and its bytes. */
export const MAX_ROSTER_BYTES = 4 * 1024 * 1024;

/** Characters of a group's name. */
export const MAX_GROUP_CHARACTERS = 100;

/** Minutes of one granted break, at most. */
export const MAX_BREAK_MINUTES = 4 * 60;

/** Characters of a student's call for a proctor. */
export const MAX_CALL_CHARACTERS = 500;

/** A student's next call is heard after this long, ms: a held key is no alarm. */
export const CALL_EVERY_MS = 20_000;

/** Minutes that one `extend` may add. */
export const MAX_EXTEND_MINUTES = 24 * 60;

/** Signals that a page can name when its capture starts, and characters of a name. */
export const MAX_CAPTURE_SIGNALS = 40;
export const MAX_SIGNAL_NAME = 40;

/** A press can lie this far off the middle of what was pressed, as a share of its half width and height: a label's words wrap. */
export const MAX_CENTRE = 100;

/** Characters of a sentence that a student puts to one reason while the exam is written; it is a statement like others. */
export const MAX_OWN_WORD_CHARACTERS = 200;

/** Characters of one statement that a student makes on the own attempt, and statements of an attempt, at most. */
export const MAX_STATEMENT_CHARACTERS = 4_000;
export const MAX_STATEMENTS = 20;

/** Verdicts on one attempt, and reasons of one, at most. */
export const MAX_VERDICTS = 100;
export const MAX_VERDICT_REASONS = 60;
/** Key events of one attempt's practice, at most: what the scorer looks at, and as much again that says nothing of rhythm. */
export const MAX_PRACTICE_EVENTS = 1_000;
/** Key events that a message of practice counts as, at least: each is an entry of the log, however little it says. */
export const LEAST_PRACTICE_EVENTS = 20;

/** Questions that are put into the bank at once, at most. */
export const MAX_BANK_ADDED = 500;

/** Questions that an exam takes out of the bank at once. */
export const MAX_BANK_TAKEN = 200;

/** Questions in the bank, at most: a search looks through all of them. */
export const MAX_BANK_QUESTIONS = 20_000;
/** Bytes in the unit that sizes of files are said in. */
export const MEBIBYTE = 1024 * 1024;

/** Size of one file that a student hands in, at most, in that unit, … */
export const MAX_FILE_MEBIBYTES = 10;

/** … files of one answer, … */
export const MAX_ANSWER_FILES = 10;

/** … and files that one attempt takes, with those that are not in its answers any more. */
export const MAX_ATTEMPT_FILES = 60;
