import assert from "node:assert/strict";
import fc from "fast-check";
import { instantOf, wallTime } from "../../../islands/author/zoned_time.ts";

const ZONES = [
  "UTC",
  "Europe/Berlin",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Pacific/Kiritimati",
  "Australia/Lord_Howe",
];

Deno.test("[WR13] a time is written by the clock of the exam's zone and kept as the instant with its offset", () => {
  assert.equal(instantOf("2026-01-15T09:00", "Europe/Berlin"), "2026-01-15T09:00:00+01:00");
  assert.equal(instantOf("2026-07-15T09:00", "Europe/Berlin"), "2026-07-15T09:00:00+02:00");
  assert.equal(instantOf("2026-07-15T09:00", "America/St_Johns"), "2026-07-15T09:00:00-02:30");
  assert.equal(wallTime("2026-07-15T07:00:00Z", "Europe/Berlin"), "2026-07-15T09:00");
});

Deno.test("[WR13] where summer time begins or ends, a time that there is twice is the first, and one that there is not comes after", () => {
  assert.equal(instantOf("2026-10-25T02:30", "Europe/Berlin"), "2026-10-25T02:30:00+02:00");
  assert.equal(instantOf("2026-03-29T02:30", "Europe/Berlin"), "2026-03-29T03:30:00+02:00");
  assert.equal(instantOf("2026-10-04T02:15", "Australia/Lord_Howe"), "2026-10-04T02:45:00+11:00");
});

Deno.test("[WR13] any instant is read back from what the clock shows, in every zone, to the minute", () => {
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 20 });
  fc.assert(fc.property(minutes, fc.constantFrom(...ZONES), (minute, zone) => {
    const ms = Date.UTC(2020, 0, 1) + minute * 60_000;
    const wall = wallTime(new Date(ms).toISOString(), zone);
    const back = instantOf(wall, zone);
    assert.equal(wallTime(back, zone), wall);
    // In the hour that there is twice, the first one.
    assert.ok([0, 30, 60].includes((ms - Date.parse(back)) / 60_000), `${wall} ${zone}`);
  }));
});
