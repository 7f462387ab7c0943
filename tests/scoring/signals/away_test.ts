import assert from "node:assert/strict";
import fc from "fast-check";
import type { ScorableEvent } from "../../../protocol/scorable_event.ts";
import { Away } from "../../../scoring/signals/away.ts";
import { contextWith, reportsOf } from "../support/sitting.ts";

function after(events: readonly ScorableEvent[]): Away {
  const away = new Away();
  for (const event of events) away.observe(event);
  return away;
}

const tab = (t: number, visible: boolean): ScorableEvent => ({ type: "tab_switch", visible, t });
const focus = (t: number, focused: boolean): ScorableEvent => ({ type: "focus_change", focused, t });
const BEGIN = [tab(0, true), focus(0, true)];

Deno.test("[SG10] away is null in the first 30 s, then a number", () => {
  assert.equal(after(BEGIN).score(29_999), null);
  assert.equal(after(BEGIN).score(30_000), 0);
});

Deno.test("[SG11] away says how often, how long in all, and the longest", () => {
  const spells = [[60_000, 13_000], [90_000, 32_000], [150_000, 20_000], [200_000, 6_000]];
  const away = after([...BEGIN, ...spells.flatMap(([t, ms]) => [tab(t, false), tab(t + ms, true)])]);
  assert.deepEqual(away.evidence(), {
    code: "away",
    numbers: { spells: 4, away_ms: 71_000, longest_ms: 32_000 },
    from: 60_000,
    to: 206_000,
  });
  assert.ok(away.score(206_000)! > 0.2);
});

Deno.test("[SG12] a blur within a hidden tab is one spell", () => {
  const both = after([...BEGIN, focus(60_000, false), tab(60_010, false), tab(80_000, true), focus(80_005, true)]);
  assert.deepEqual(both.evidence()?.numbers, { spells: 1, away_ms: 20_005, longest_ms: 20_005 });
});

Deno.test("[SG13] spells below a second count nothing", () => {
  const blips = Array.from(
    { length: 200 },
    (_, index) => [focus(index * 2_000, false), focus(index * 2_000 + 990, true)],
  );
  const away = after([...BEGIN, ...blips.flat()]);
  assert.equal(away.score(400_000), 0);
  assert.equal(away.evidence(), null);
});

Deno.test("[SG14] keys, edits and clicks show that the student is back, though nobody said so", () => {
  const key: ScorableEvent = { type: "keystroke_data", key: "letter", dwell: 80, flight: null, t: 65_000 };
  const away = after([...BEGIN, focus(60_000, false), key, focus(300_000, true)]);
  assert.deepEqual(away.evidence()?.numbers, { spells: 1, away_ms: 5_000, longest_ms: 5_000 });
});

Deno.test("[SG15] away is at most 1, and more time away is never less", () => {
  const spells = fc.array(fc.tuple(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 60_000 })), {
    maxLength: 40,
  });
  fc.assert(fc.property(spells, fc.integer({ min: 1_000, max: 60_000 }), (spells, more) => {
    let t = 0;
    const events = [...BEGIN];
    for (const [pause, ms] of spells) {
      events.push(tab(t += pause, false));
      events.push(tab(t += ms, true));
    }
    const score = after(events).score(t + 60_000)!;
    assert.ok(score >= 0 && score <= 1);
    const longer = after([...events, tab(t + 1_000, false), tab(t + 1_000 + more, true)]).score(t + 61_000);
    assert.ok(longer! >= score - 0.01);
  }));
});

/** A minute of an exam each: away for `awayMs`, and an answer chosen `chosenMs` after the return, or none. */
function minutes(count: number, awayMs: number, chosenMs: number | null): ScorableEvent[] {
  return Array.from({ length: count }, (_, minute): ScorableEvent[] => {
    const back = 60_000 * minute + 20_000 + awayMs;
    const spell = [tab(back - awayMs, false), tab(back, true)];
    if (chosenMs === null) return spell;
    return [...spell, { type: "answer_select", question: `q${minute}`, choices: ["a"], t: back + chosenMs }];
  }).flat();
}

/** Typing at an uneven pace, a fifth of a second a letter on average. */
function written(fromMs: number, toMs: number): ScorableEvent[] {
  const events: ScorableEvent[] = [];
  for (let t = fromMs, index = 0; t < toMs; t += 120 + 37 * (index * index % 7), index++) {
    events.push({ type: "answer_edit", question: "q1", at: index, removed: 0, inserted: 1, input: "typing", t });
  }
  return events;
}

Deno.test("[SG16] returns that an answer follows at once, again and again, are more than the time away", () => {
  const end = 20 * 60_000;
  const [followed, thoughtOver, notified] = [3_000, 15_000, null].map((chosenMs) =>
    after([...BEGIN, ...minutes(20, 4_000, chosenMs)])
  );
  assert.ok(followed.score(end)! > 0.95);
  assert.equal(followed.limit, null);
  assert.deepEqual(followed.evidence()?.numbers, {
    spells: 20,
    away_ms: 80_000,
    longest_ms: 4_000,
    answered_returns: 20,
    answered_share: 1,
  });
  assert.equal(thoughtOver.score(end), notified.score(end));
  assert.ok(notified.score(end)! < 0.55);
  assert.equal(notified.evidence()?.numbers.answered_returns, undefined);
});

Deno.test("[SG16] two returns that an answer follows are chance; each one more is more", () => {
  const scores = [0, 2, 3, 5, 8].map((count) =>
    after([...BEGIN, ...minutes(count, 3_000, 2_000), ...minutes(10, 3_000, null).slice(2 * count)]).score(600_000)!
  );
  assert.equal(scores[0], scores[1]);
  assert.ok(scores[1] < scores[2] && scores[2] < scores[3] && scores[3] < scores[4], scores.join());
});

Deno.test("[SG16] what counts is how much of the paper was answered around it", () => {
  const looks = minutes(12, 4_000, 2_000);
  const elsewhere = after([...BEGIN, ...looks]);
  const alone = Array.from({ length: 40 }, (_, index): ScorableEvent => ({
    type: "answer_select",
    question: `own${index}`,
    choices: ["b"],
    t: 60_000 * (index % 12) + 45_000 + 1_000 * Math.floor(index / 12),
  }));
  const mostlyAlone = after([...BEGIN, ...looks, ...alone].sort((one, other) => one.t - other.t));
  assert.ok(elsewhere.score(720_000)! > 0.9);
  assert.ok(mostlyAlone.score(720_000)! < 0.6);
});

Deno.test("[SG16] own text that comes back after a return is no answer", () => {
  const moved = minutes(12, 3_000, null).flatMap((event): ScorableEvent[] =>
    event.type === "tab_switch" && event.visible
      ? [
        event,
        { type: "paste_event", length: 200, origin: "exam", t: event.t + 1_000 },
        { type: "answer_edit", question: "q1", at: 0, removed: 0, inserted: 200, input: "paste", t: event.t + 1_000 },
        { type: "answer_edit", question: "q1", at: 0, removed: 0, inserted: 90, input: "history", t: event.t + 3_000 },
      ]
      : [event]
  );
  assert.equal(
    after([...BEGIN, ...moved]).score(720_000),
    after([...BEGIN, ...minutes(12, 3_000, null)]).score(720_000),
  );
});

Deno.test("[SG16] a pause ends a time away: what is answered when it is over follows no return", () => {
  const away = after(BEGIN);
  for (let round = 0; round < 12; round++) {
    const t = 60_000 * round + 20_000;
    away.observe(tab(t, false));
    away.observe(tab(t + 3_000, true));
    away.hold(true);
    away.hold(false);
    away.observe({ type: "answer_select", question: `q${round}`, choices: ["a"], t: t + 5_000 });
  }
  assert.equal(away.evidence()?.numbers.answered_returns, undefined);
});

Deno.test("[SG17] ten seconds of every minute elsewhere come to the edge of Low, and stay there while one writes on", () => {
  for (const writing of [false, true]) {
    const events: ScorableEvent[] = [...BEGIN];
    for (let minute = 0; minute < 30; minute++) {
      const t = 60_000 * minute;
      events.push(tab(t + 1_000, false), tab(t + 11_000, true));
      if (writing) events.push(...written(t + 12_000, t + 60_000));
    }
    const risks = reportsOf(
      events,
      contextWith({ policy: { muted: ["transcription", "automation", "takeover", "capture"] } }),
    )
      .map(({ risk }) => risk);
    const highest = Math.max(...risks);
    assert.ok(highest > 25 && highest <= 30, `${highest}`);
  }
});

Deno.test("[SG17] no time away lifts above Low by itself, but being elsewhere for most of the attempt", () => {
  const lengths = fc.array(fc.integer({ min: 1_000, max: 20_000 }), { minLength: 10, maxLength: 30 });
  fc.assert(fc.property(lengths, (lengths) => {
    const events = lengths.flatMap((ms, minute) => [tab(60_000 * minute, false), tab(60_000 * minute + ms, true)]);
    assert.ok(reportsOf([...BEGIN, ...events]).every(({ level }) => level === "low"));
  }));
  const mostly = Array.from(
    { length: 20 },
    (_, minute) => [tab(60_000 * minute, false), tab(60_000 * minute + 40_000, true)],
  );
  assert.equal(reportsOf([...BEGIN, ...mostly.flat()]).at(-1)!.level, "medium");
});

Deno.test("[SG17] who reads in another window with an accommodation for it stays Low", () => {
  const events: ScorableEvent[] = [...BEGIN];
  for (let minute = 0; minute < 30; minute++) {
    const t = 60_000 * minute;
    events.push(tab(t + 1_000, false), tab(t + 16_000, true), ...written(t + 18_000, t + 55_000));
  }
  const accommodations = { weights: { away: 0.5, total_blur_duration: 0.5 } };
  const context = contextWith({
    accommodations,
    policy: { muted: ["transcription", "automation", "takeover", "capture"] },
  });
  assert.ok(reportsOf(events, context).every(({ level }) => level === "low"));
});
