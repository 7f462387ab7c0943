import assert from "node:assert/strict";
import fc from "fast-check";
import { type PointerPath, PointerSampler } from "../../../islands/capture/pointer_path.ts";
import { clientEvents } from "../../../lab/data_sets/client_sampling.ts";
import { ScorableEvents } from "../../scoring/support/scorable_events.ts";

Deno.test("[SG140] a recorded way is thinned to the very points that the browser client would have sent", () => {
  const place = fc.double({ min: -3, max: 3, noNaN: true });
  const ms = fc.oneof(fc.double({ min: 0, max: 40, noNaN: true }), fc.double({ min: 0, max: 700, noNaN: true }));
  const move = fc.record({ ms, x: place, y: place });
  fc.assert(fc.property(fc.array(move, { minLength: 1, maxLength: 300 }), (moves) => {
    const paths: PointerPath[] = [];
    const sampler = new PointerSampler((path) => paths.push(path));
    let at = 0;
    const way = { t: [] as number[], x: [] as number[], y: [] as number[] };
    for (const { ms, x, y } of moves) {
      sampler.add("move", "mouse", at += ms, x / 1.5, y);
      way.t.push(at);
      way.x.push(x);
      way.y.push(y);
    }
    sampler.flush();
    const [resize, ...events] = clientEvents(way, 1_500, 1_000, false);
    assert.equal(resize.type, "window_resize");
    ScorableEvents.parse(events);
    assert.deepEqual(
      events.map((event) => event.type === "mouse_data" ? [event.t, event.kind, event.pointer, event.points] : null),
      paths.map(({ at, kind, pointer, points }) => [Math.round(at), kind, pointer, points]),
    );
  }));
});
