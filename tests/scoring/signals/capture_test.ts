import assert from "node:assert/strict";
import type { InputKind, KeyClass } from "../../../protocol/events.ts";
import type { ScoringContext } from "../../../protocol/log_entry.ts";
import type { ScorableEvent } from "../../../protocol/scorable_event.ts";
import { createState, defaultContext, fold } from "../../../scoring/fold.ts";
import { Capture } from "../../../scoring/signals/capture.ts";
import { contextWith, lastReport, paste, typing, woven } from "../support/sitting.ts";

/** A window on a desktop's screen; a page sends it when it opens. */
const DESKTOP: ScorableEvent = {
  ...{ type: "window_resize", t: 0 },
  ...{ width: 1_536, height: 864, screenWidth: 1_536, screenHeight: 864 },
};
const PHONE: ScorableEvent = { ...DESKTOP, width: 390, height: 760, screenWidth: 390, screenHeight: 844 };
const STARTED: ScorableEvent = { type: "capture_start", by: "page", signals: ["keystrokes", "pointer"], t: 0 };

function press(kind: "touch" | "pen" | "mouse", t: number, scripted?: boolean): ScorableEvent {
  return { type: "mouse_data", kind: "down", pointer: kind, points: [[0, 0.5, 0.5]], t, scripted };
}

function key(t: number, kind: KeyClass = "letter", scripted?: boolean): ScorableEvent {
  return { type: "keystroke_data", key: kind, dwell: kind === "other" ? null : 80, flight: null, t, scripted };
}

function edit(t: number, at: number, inserted: number, input?: InputKind, removed = 0): ScorableEvent {
  return { type: "answer_edit", question: "q1", at, removed, inserted, input, t };
}

/** Pieces of text one after the other, and nothing else. */
function pieces(count: number, length: number, input?: InputKind, fromT = 1_000, gapMs = 400): ScorableEvent[] {
  return Array.from({ length: count }, (_, index) => edit(fromT + index * gapMs, index * length, length, input));
}

function trackerOf(events: readonly ScorableEvent[], context: ScoringContext = defaultContext()): Capture {
  const tracker = new Capture();
  tracker.useContext(context);
  for (const event of events) tracker.observe(event);
  return tracker;
}

function scoreOf(events: readonly ScorableEvent[], context?: ScoringContext): number | null {
  return trackerOf(events, context).score();
}

Deno.test("[CC1] capture is null below 400 characters entered, and 0 where keys account for the text", () => {
  assert.equal(scoreOf([DESKTOP, ...pieces(20, 19, "typing")]), null);
  assert.equal(scoreOf(typing(0, 399)), null);
  assert.equal(scoreOf(typing(0, 400)), 0);
});

Deno.test("[CC1] what comes by API alone is no risk: answers, and nothing that a page records", () => {
  const answers = pieces(300, 10).map((event) => ({ ...event, input: undefined }));
  assert.equal(scoreOf(answers), null);
  assert.equal(scoreOf([STARTED, ...answers]), 1, "a page began, and captured nothing but answers");
});

Deno.test("[CC2] text without keys on a desktop counts for what it is, whatever it is called", () => {
  for (
    const [length, input] of [[1, "typing"], [19, "typing"], [19, "replacement"], [19, "history"], [
      19,
      "other",
    ]] as const
  ) {
    assert.equal(scoreOf([DESKTOP, ...pieces(Math.ceil(2_000 / length), length, input)]), 1, `${length} ${input}`);
  }
  assert.equal(scoreOf([DESKTOP, ...pieces(32, 62, "composition")]), 1);
  assert.equal(scoreOf([DESKTOP, ...pieces(32, 62, "dictation", 1_000, 9_000)]), 1);
  const tracker = trackerOf([DESKTOP, ...pieces(100, 19, "typing")]);
  assert.deepEqual(tracker.evidence(), {
    code: "typed_without_keys",
    numbers: { keyless_characters: 1_900, share: 1 },
    from: 1_000,
    to: 40_600,
  });
});

Deno.test("[CC2] a part of the text without keys counts by its share, in the answer where it is largest", () => {
  const own = typing(0, 2_000);
  const third = scoreOf(woven(own, pieces(60, 19, "typing", 500_000)))!;
  const little = scoreOf(woven(own, pieces(25, 19, "typing", 500_000)))!;
  assert.ok(third > 0.6 && third < 1 && little > 0.1 && little < 0.4, `${third} ${little}`);
  assert.equal(scoreOf(woven(own, pieces(5, 19, "typing", 500_000))), 0, "a word or two that was completed");
  const other = pieces(100, 19, "typing", 900_000).map((event) => ({ ...event, question: "q2" } as ScorableEvent));
  assert.ok(scoreOf(woven(typing(0, 8_000, 100), other))! > 0.95, "one answer of two");
});

Deno.test("[CC3] keys cannot be saved up: a key explains a character near it in time only", () => {
  const saved = Array.from({ length: 1_920 }, (_, index) => key(1_000 + index * 100));
  assert.ok(scoreOf([...saved, ...pieces(101, 19, "typing", 193_100)])! > 0.95);
  assert.ok(scoreOf([...saved, ...pieces(101, 19, "typing", 300_000)])! > 0.95);
});

Deno.test("[CC3] a key that comes with its release, in the batch after its edit, explains it all the same", () => {
  const late = typing(0, 600).reduce<ScorableEvent[]>((events, event, index, all) => {
    // Every fifth key was still held when its batch was closed: it comes after the two edits behind it.
    if (index % 10 === 0) return events;
    events.push(event);
    if (index % 10 === 3) events.push(all[index - 3]);
    return events;
  }, []);
  assert.equal(scoreOf(late), 0);
  const word = Array.from({ length: 12 }, (_, index) => edit(1_000 + index * 150, index, 1, "typing"));
  const keys = word.map(({ t }) => key(t));
  const words = Array.from(
    { length: 50 },
    (_, index) => [...word, ...keys].map((event) => ({ ...event, t: event.t + index * 9_000 })),
  );
  assert.equal(scoreOf([DESKTOP, ...words.flat()] as ScorableEvent[]), 0, "a capital word under one Shift");
});

Deno.test("[CC4] keyboards on glass, pens and fingers are not comparable, and never risk", () => {
  const kinds: Record<string, ScorableEvent[]> = {
    "a phone without key events": [PHONE, ...pieces(800, 1, "composition")],
    "a phone whose keys are other": [
      PHONE,
      ...pieces(800, 1, "composition").flatMap((event) => [key(event.t, "other"), event]),
    ],
    "swiped words": [
      press("touch", 0),
      ...pieces(200, 6, "composition").flatMap((event) => [key(event.t, "other"), event]),
    ],
    "swiped words without keys": [press("touch", 0), ...pieces(200, 6, "typing")],
    "a pen": [press("pen", 0), ...pieces(200, 5, "typing")],
    "an upright tablet": [
      { ...PHONE, width: 820, height: 1_100, screenWidth: 820, screenHeight: 1_180 },
      ...pieces(600, 1, "typing"),
    ],
    "speech on a phone": [press("touch", 0), ...pieces(30, 40, "dictation", 1_000, 5_000)],
  };
  for (const [name, events] of Object.entries(kinds)) {
    const tracker = trackerOf([STARTED, ...events]);
    const score = tracker.score();
    assert.ok(score === null || score === 0, `${name}: ${score}`);
    assert.equal(tracker.isIncomparable, score === null, name);
  }
  assert.equal(trackerOf([DESKTOP, ...typing(0, 100)]).isIncomparable, false, "too little is another thing");
});

Deno.test("[CC4] where nothing tells what the device is, words without keys are not comparable; letters and clauses count", () => {
  const focus: ScorableEvent = { type: "focus_change", focused: true, t: 0 };
  assert.equal(scoreOf([focus, ...pieces(300, 5, "typing")]), null);
  assert.equal(scoreOf([focus, ...pieces(1_500, 1, "typing")]), 1);
  assert.equal(scoreOf([focus, ...pieces(100, 19, "typing")]), 1);
  assert.equal(scoreOf([DESKTOP, ...pieces(300, 5, "typing")]), 1);
});

Deno.test("[CC4] on glass, pieces longer than words are no words: clauses without a key count there too", () => {
  assert.equal(scoreOf([press("touch", 0), ...pieces(32, 62, "composition")]), 1);
  assert.equal(scoreOf([press("touch", 0), ...pieces(100, 19, "typing")]), 1);
});

Deno.test("[CC4] input methods and correction on a desktop are explained by their keys and by what they take out", () => {
  const clauses: ScorableEvent[] = [DESKTOP];
  for (let clause = 0, at = 0, t = 1_000; clause < 80; clause++, t += 4_000) {
    // Twelve letters of Latin script, which the input method turns into six characters and then commits.
    for (let letter = 0; letter < 12; letter++) {
      clauses.push(key(t + letter * 150, "other"), edit(t + letter * 150, at + letter, 1, "composition"));
    }
    clauses.push(key(t + 2_000, "other"), edit(t + 2_000, at, 6, "composition", 12));
    at += 6;
  }
  assert.equal(scoreOf(clauses), 0, "converted in place");
  const windowed = Array.from({ length: 80 }, (_, clause): ScorableEvent[] => {
    const t = 1_000 + clause * 4_000;
    return [
      ...Array.from({ length: 14 }, (_, index) => key(t + index * 150, "other")),
      edit(t + 2_100, clause * 8, 8, "composition"),
    ];
  }).flat();
  assert.equal(scoreOf([DESKTOP, ...windowed]), 0, "converted in a window of its own");
  const corrected = typing(0, 1_000).flatMap((event, index) =>
    index % 40 === 39 ? [event, edit(event.t + 1, (index - 1) / 2 - 8, 9, "replacement", 8)] : [event]
  );
  assert.equal(scoreOf([DESKTOP, ...corrected]), 0, "spelling");
  const reworded = woven(
    typing(0, 1_500),
    Array.from({ length: 8 }, (_, index) => edit(310_000 + index * 9_000, index * 90, 84, "other", 80)),
  );
  assert.equal(scoreOf([DESKTOP, ...reworded]), 0, "a writing aid that rewords a sentence");
});

Deno.test("[CC4] a page that hangs gathers keys, and a key that is held repeats", () => {
  const gathered = Array.from({ length: 20 }, (_, index): ScorableEvent[] => {
    const t = 1_000 + index * 9_000;
    return [...Array.from({ length: 40 }, (_, each) => key(t + each * 120)), edit(t + 5_500, index * 40, 40, "typing")];
  }).flat();
  assert.equal(scoreOf([DESKTOP, ...gathered]), 0);
  const held = Array.from({ length: 500 }, (_, index): ScorableEvent[] => [
    { type: "keystroke_data", key: "punctuation", dwell: null, flight: null, repeat: true, t: 1_000 + index * 30 },
    edit(1_000 + index * 30, index, 1, "typing"),
  ]).flat();
  assert.equal(scoreOf([DESKTOP, ...held]), 0);
});

Deno.test("[CC5] dictation and switches are accounted for by an accommodation or by the student's own word", () => {
  const spoken = [DESKTOP, ...pieces(60, 30, "dictation", 1_000, 5_000), ...pieces(60, 12, "typing", 400_000)];
  assert.ok(scoreOf(spoken)! > 0.9);
  for (const technology of ["dictation", "switch_access", "motor_impairment"] as const) {
    assert.equal(scoreOf(spoken, contextWith({ accommodations: { technologies: [technology] } })), null, technology);
    assert.equal(scoreOf(spoken, { ...defaultContext(), declared: [technology] }), null, `${technology} declared`);
  }
});

Deno.test("[CC6] text of a submission that no event wrote counts by its share, at once", () => {
  const given = (characters: number, events: readonly ScorableEvent[]) => {
    const tracker = trackerOf(events);
    tracker.give(characters, 900_000);
    return tracker.score();
  };
  assert.equal(given(2_000, []), 1);
  assert.equal(given(2_000, typing(0, 1_000)), 1);
  assert.equal(given(40, typing(0, 2_000)), 0, "the last words, which had not been sent yet");
  const tracker = trackerOf(typing(0, 1_000));
  tracker.give(3_000, 900_000);
  assert.deepEqual(tracker.evidence(), {
    code: "answer_given_alone",
    numbers: { given_characters: 3_000, share: 0.75 },
    from: 900_000,
    to: 900_000,
  });
});

Deno.test("[CC6] events that come after the submission, from a device without a network, wrote what it gave", () => {
  const state = createState();
  const context = defaultContext();
  const own = typing(0, 1_200);
  const given = fold(state, { kind: "answered", outside_characters: 1_200, differs: ["q1"] }, context);
  assert.equal(given.signals.capture, 1);
  const report = fold(state, { kind: "batch", events: own, late: true }, context);
  assert.equal(report.signals.capture, 0);
  assert.equal(report.signals.external_text, 0);
});

Deno.test("[CC13] what is withdrawn is not held: late events wrote what was given, an aid that is granted explains the text", () => {
  const context = contextWith({ policy: { muted: ["automation", "transcription"] } });
  const late = createState();
  const before = fold(late, { kind: "answered", outside_characters: 1_200, differs: ["q1"] }, context);
  assert.equal(before.level, "medium");
  const after = fold(late, { kind: "batch", events: typing(0, 1_200), late: true }, context);
  assert.deepEqual(after.contributions, []);

  const spoken = Array.from({ length: 40 }, (_, index): ScorableEvent => ({
    type: "answer_edit",
    question: "q1",
    at: index * 30,
    removed: 0,
    inserted: 30,
    input: "dictation",
    t: 9_000 + index * 4_000,
  }));
  const aided = createState();
  const desk: ScorableEvent = { type: "capture_start", by: "page", signals: [], t: 0 };
  assert.equal(lastReport([desk, ...spoken], context, aided).level, "medium");
  const granted = contextWith({ policy: context.policy, accommodations: { technologies: ["dictation"] } });
  assert.deepEqual(fold(aided, { kind: "accommodated" }, granted).contributions, []);
});

Deno.test("[CC6] an essay given by the submission alone is Medium, and High with another kind of evidence", () => {
  const given = { kind: "answered" as const, outside_characters: 3_000, differs: ["q1"] };
  // What is typed here is typed by clockwork.
  const context = contextWith({ policy: { muted: ["automation"] } });
  const alone = fold(createState(), given, context);
  assert.equal(alone.level, "medium");
  const state = createState();
  lastReport(typing(0, 300), context, state);
  assert.equal(fold(state, given, context).level, "medium");
  const away = createState();
  const spells = Array.from({ length: 10 }, (_, index): ScorableEvent[] => [
    { type: "tab_switch", visible: false, t: 60_000 + index * 60_000 },
    { type: "tab_switch", visible: true, t: 90_000 + index * 60_000 },
  ]).flat();
  lastReport(woven(typing(0, 300), spells), context, away);
  assert.equal(fold(away, given, context).level, "high");
  assert.equal(fold(createState(), { ...given, applied: false }, context).risk, 0, "answers that were not applied");
});

/** Folds one batch that ends at `t` and comes when `elapsedMs` of the attempt had passed. */
function arrived(elapsedMs: number, t: number, before: readonly Parameters<typeof fold>[1][] = []): number | null {
  const state = createState();
  const context = defaultContext();
  fold(state, { kind: "started", received_at: 1_000_000 }, context);
  for (const entry of before) fold(state, entry, context);
  const events: ScorableEvent[] = [{ type: "idle", duration: 1, t }];
  return fold(state, { kind: "batch", events, late: false, received_at: 1_000_000 + elapsedMs }, context).signals
    .capture;
}

Deno.test("[CC7] a time that had not come counts; one that is late, or ahead by a clock's drift, does not", () => {
  assert.equal(arrived(3_000, 2_400_000), 1, "forty minutes in three seconds");
  assert.ok(arrived(600_000, 700_000)! > 0.4);
  assert.equal(arrived(600_000, 625_000), null, "half a minute");
  assert.equal(arrived(7_200_000, 7_320_000), null, "a share of two hours");
  assert.equal(arrived(2_400_000, 3_000), null, "from a device that had no network");
  assert.equal(arrived(600_000, 1_200_000, [{ kind: "taken_over" }]), null, "moved behind what another device wrote");
});

Deno.test("[CC8] keys that come faster than hands press them count by their share", () => {
  assert.equal(scoreOf(typing(0, 1_200, 1)), 1);
  assert.equal(scoreOf(typing(0, 1_200, 30)), 1);
  assert.equal(scoreOf(typing(0, 1_200, 55)), 0, "the fastest that people type");
  const expanded = woven(typing(0, 3_000), typing(700_000, 150, 2));
  assert.equal(scoreOf(expanded), 0, "a text expander's address");
  assert.equal(trackerOf(typing(0, 1_200, 1)).evidence()?.code, "faster_than_hands");
});

Deno.test("[CC9] what a script entered counts by its share; corrections by software do not", () => {
  const scripted = typing(0, 600).map((event) => ({ ...event, scripted: true } as ScorableEvent));
  assert.equal(scoreOf(scripted), 1);
  assert.equal(trackerOf(scripted).evidence()?.code, "scripted_input");
  const corrected = typing(0, 2_000).flatMap((event, index) =>
    index % 80 === 79 ? [event, { ...edit(event.t + 1, 0, 8, "other", 8), scripted: true } as ScorableEvent] : [event]
  );
  assert.equal(scoreOf(corrected), 0);
  const choices = Array.from({ length: 20 }, (_, index): ScorableEvent[] => [
    press("mouse", 5_000 + index * 5_000, true),
    { type: "answer_select", question: `q${index}`, choices: 1, t: 5_001 + index * 5_000 },
  ]).flat();
  assert.ok(scoreOf(choices)! >= 0.5);
});

Deno.test("[CC10] choices that nothing was pressed for count from ten on, and stay within Low alone", () => {
  const choices = (count: number, input?: (t: number) => ScorableEvent): ScorableEvent[] =>
    Array.from({ length: count }, (_, index): ScorableEvent[] => {
      const t = 5_000 + index * 8_000;
      const chosen: ScorableEvent = { type: "answer_select", question: `q${index}`, choices: 1, t };
      return input === undefined ? [chosen] : [chosen, input(t - 5)];
    }).flat();
  assert.equal(scoreOf([STARTED, ...choices(9)]), null);
  const report = lastReport([STARTED, DESKTOP, ...choices(60)]);
  assert.equal(report.signals.capture, 0.7);
  assert.equal(report.level, "low");
  assert.equal(scoreOf(choices(60)), null, "by API, or a log of before");
  assert.equal(scoreOf([STARTED, ...choices(60, (t) => key(t, "space"))]), null, "by keys that come after");
  assert.equal(scoreOf([STARTED, ...choices(60, (t) => press("mouse", t))]), null);
  assert.equal(scoreOf([STARTED, PHONE, ...choices(60)]), null, "a screen reader on glass");
  const reader = contextWith({ accommodations: { technologies: ["screen_reader"] } });
  assert.equal(scoreOf([STARTED, ...choices(60)], reader), null);
});

Deno.test("[CC11] own text that is moved, and text that arrived, are another signal's: capture does not change", () => {
  const own = woven(typing(0, 1_000), pieces(20, 19, "typing", 300_000));
  const before = scoreOf(own);
  assert.ok(before! > 0.2);
  const moves: ScorableEvent[] = [
    edit(400_000, 0, 0, "typing", 300),
    edit(402_000, 0, 300, "history"),
    edit(404_000, 0, 0, "drop", 15),
    edit(404_001, 80, 15, "drop"),
    edit(405_000, 0, 0, "history", 12),
    edit(406_000, 0, 12, "history"),
    ...paste(410_000, 400, "exam"),
    ...paste(420_000, 4_000, "outside"),
  ];
  assert.equal(scoreOf(woven(own, moves)), before);
});

Deno.test("[CC12] a snapshot goes on to the same score and evidence, wherever it was taken", () => {
  const events = [
    STARTED,
    DESKTOP,
    ...woven(typing(0, 700), pieces(40, 19, "typing", 20_100)),
    press("touch", 200_000),
  ];
  const whole = trackerOf(events);
  for (const cut of [1, 2, 333, 901, events.length - 1]) {
    const tracker = new Capture();
    tracker.restore(JSON.parse(JSON.stringify(trackerOf(events.slice(0, cut)).snapshot())));
    for (const event of events.slice(cut)) tracker.observe(event);
    assert.deepEqual(tracker.snapshot(), whole.snapshot());
    assert.equal(tracker.score(), whole.score());
    assert.deepEqual(tracker.evidence(), whole.evidence());
  }
});
