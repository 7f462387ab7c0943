import assert from "node:assert/strict";
import type { ScorableEvent } from "../../../protocol/scorable_event.ts";
import { defaultContext } from "../../../scoring/fold.ts";
import { Capture } from "../../../scoring/signals/capture.ts";

const PROGRAM = `
def read_measurements(path):
\tmeasurements = []
\twith open(path) as lines:
\t\tfor line in lines:
\t\t\tif line.startswith("#"):
\t\t\t\tcontinue
\t\t\ttime, value = line.strip().split(";")
\t\t\tmeasurements.append((float(time), float(value)))
\treturn sorted(measurements)

def largest_gap(measurements):
\tlargest = 0
\tfor before, after in zip(measurements, measurements[1:]):
\t\tgap = after[0] - before[0]
\t\tif gap > largest:
\t\t\tlargest = gap
\treturn largest

def mean(values):
\tif len(values) == 0:
\t\treturn None
\treturn sum(values) / len(values)
`.trim();

/** A program as the field for code captures it: a new line brings the indentation of the one before, and Tab one level more. */
function typed(program: string): ScorableEvent[] {
  const events: ScorableEvent[] = [
    { type: "capture_start", by: "page", signals: ["keyboard"], t: 0 },
    { type: "window_resize", width: 1_536, height: 864, screenWidth: 1_536, screenHeight: 864, t: 0 },
  ];
  let [t, at, indentation] = [1_000, 0, 0];
  const press = (key: "letter" | "enter" | "tab", inserted: number) => {
    t += 180;
    events.push({ type: "keystroke_data", key, dwell: 80, flight: 100, t });
    if (inserted > 0) {
      events.push({ type: "answer_edit", question: "q1", at, removed: 0, inserted, input: "typing", t });
    }
    at += inserted;
  };
  program.split("\n").forEach((line, index) => {
    if (index > 0) press("enter", 1 + indentation);
    const tabs = /^\t*/.exec(line)?.[0].length ?? 0;
    for (let level = indentation; level < tabs; level++) press("tab", 1);
    if (tabs < indentation && line !== "") {
      t += 200;
      events.push({
        type: "answer_edit",
        question: "q1",
        at: at - indentation,
        removed: indentation,
        inserted: tabs,
        input: "typing",
        t,
      });
      at += tabs - indentation;
    }
    if (line !== "") indentation = tabs;
    for (let letter = tabs; letter < line.length; letter++) press("letter", 1);
  });
  return events;
}

Deno.test("[IT65] a program whose lines keep their tabs is no text without keys", () => {
  const capture = new Capture();
  capture.useContext(defaultContext());
  for (const event of typed(PROGRAM)) capture.observe(event);
  assert.equal(capture.score(), 0);
});
