import assert from "node:assert/strict";
import { argumentationKeys, ArgumentationSession } from "../../../lab/data_sets/argumentation.ts";
import { coauthorEvents, CoauthorSession, startOfText } from "../../../lab/data_sets/coauthor.ts";
import { delbotJson, DelbotTrajectory, delbotWay } from "../../../lab/data_sets/delbot.ts";
import { clientEvents } from "../../../lab/data_sets/client_sampling.ts";
import { typedText } from "../../../lab/data_sets/typed_text.ts";
import { FoldModels, groupDigest, HeldOut } from "../../../lab/evaluation/held_out.ts";
import { ScorableEvents } from "../../scoring/support/scorable_events.ts";

Deno.test("[SG140] a writing session's letters become keys without dwell, and what they did to the text", () => {
  const session = CoauthorSession.parse({
    s: "s",
    w: "w",
    k: "a_IxcaB",
    dt: [5, 10, 20, 30, 5, 5, 5],
    n: { 2: 40, 3: 3 },
  });
  const { events, starts } = coauthorEvents(session, 0, 7, startOfText());
  assert.deepEqual(starts, [0, 2, 4, 5, 7, 8, 10, 11]);
  assert.deepEqual(
    events.map((event) => event.type === "answer_edit" ? [event.at, event.removed, event.inserted] : event.type),
    [
      "keystroke_data",
      [0, 0, 1],
      "keystroke_data",
      [1, 0, 1],
      [2, 0, 40],
      "keystroke_data",
      [39, 3, 0],
      "keystroke_data",
      "keystroke_data",
      [19, 0, 1],
      [20, 0, 2],
    ],
  );
  ScorableEvents.parse(events);
});

Deno.test("[SG140] an essay's key presses keep their dwell, and what a held key repeats is a repeat", () => {
  const session = ArgumentationSession.parse({ s: "e", k: "maax", dt: [0, 200, 100, 90], h: [300, 80, -1, -2] });
  const keys = argumentationKeys(session);
  assert.deepEqual(keys.map(({ t, key, dwell, flight }) => [t, key, dwell, flight]), [
    [0, "modifier", 300, null],
    [200, "letter", 80, -100],
    [300, "letter", null, 20],
    [390, "backspace", null, null],
  ]);
  assert.deepEqual(keys.map(({ repeat }) => repeat === true), [false, false, false, true]);
  const events = typedText(keys);
  ScorableEvents.parse(events);
  assert.deepEqual(
    events.flatMap((event) => event.type === "answer_edit" ? [[event.at, event.removed, event.inserted]] : []),
    [[0, 0, 1], [1, 0, 1], [1, 1, 0]],
  );
});

Deno.test("[SG140] a trajectory's bare NaN is a point without a place, and the rest are valid events", () => {
  const line =
    '{"id":"i","src":"s","label":"human","touch":true,"w":400,"h":800,"t":[0,20,40],"x":[40,NaN,80],"y":[80,NaN,160]}';
  const trajectory = DelbotTrajectory.parse(JSON.parse(delbotJson(line)));
  const events = clientEvents(delbotWay(trajectory), trajectory.w, trajectory.h, trajectory.touch);
  ScorableEvents.parse(events);
  const [, path] = events;
  assert.ok(path.type === "mouse_data");
  assert.deepEqual(path.points, [[0, 0.1, 0.1], [40, 0.2, 0.2]]);
});

Deno.test("[SG141] a group that was trained on is scored by the model that did not see it, any other by the shipped one", () => {
  const folds = FoldModels.parse({
    kind: "fold_models",
    version: 1,
    groups: { [groupDigest("data", "w1")]: 0, [groupDigest("data", "w2")]: 1 },
    models: ["without w1", "without w2"],
  });
  const held = new HeldOut("data", folds, "shipped", String);
  assert.deepEqual(["w1", "w2", "w3"].map((group) => held.model(held.fold(group))), [
    "without w1",
    "without w2",
    "shipped",
  ]);
  assert.equal(new HeldOut("other data", folds, "shipped", String).fold("w1"), -1);
});
