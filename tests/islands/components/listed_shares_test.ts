import assert from "node:assert/strict";
import { listedShares } from "../../../islands/components/listed_shares.ts";
import type { Contribution } from "../../../protocol/risk.ts";

const share = (name: string, points: number): Contribution => ({ name, category: "signal", points });

Deno.test("[DK93] a share of which nothing was seen stands among the smaller ones, and the lines add up to the risk", () => {
  const contributions = [
    ...["a", "b", "c", "d", "e"].map((name) => share(name, 18)),
    share("clipboard", 1.8),
    share("small", 0.4),
    share("none", 0),
  ];
  const reasons = contributions.slice(0, 5).map(({ name, category }) => ({ name, category, seen: name }));
  const { shown, rest } = listedShares(contributions, reasons);
  assert.deepEqual(shown.map(({ reason }) => reason.seen), ["a", "b", "c", "d", "e"]);
  assert.equal(rest.count, 2);
  const sum = shown.reduce((points, { share }) => points + share.points, rest.points);
  assert.equal(sum.toFixed(1), "92.2");
});

Deno.test("[DK93] a share is not said by the reason of another category", () => {
  const { shown, rest } = listedShares(
    [share("clipboard", 3)],
    [{ name: "clipboard", category: "keyboard" as const }],
  );
  assert.deepEqual([shown.length, rest], [0, { count: 1, points: 3 }]);
});
