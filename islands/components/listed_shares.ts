import type { Contribution, ContributionCategory } from "../../protocol/risk.ts";

/** Shares below this many points are put together in one line. */
const SMALLEST_SHOWN = 0.5;

/** What says a share by its name and its category. */
interface Named {
  name: string;
  category: ContributionCategory;
}

/** The shares of a risk as they are listed: their points and `rest` add up to it. */
export interface ListedShares<Reason> {
  /** Each with what was seen. */
  shown: { share: Contribution; reason: Reason }[];
  /** Those that stand in one line: the small ones, and those of which nothing more is said. */
  rest: { count: number; points: number };
}

/**
 * Puts a reason to each share of a risk. No share stands by its name alone, and none is left out of the sum.
 *
 * @param contributions Largest first.
 */
export function listedShares<Reason extends Named>(
  contributions: readonly Contribution[],
  reasons: readonly Reason[],
): ListedShares<Reason> {
  const shown: ListedShares<Reason>["shown"] = [];
  const rest = { count: 0, points: 0 };
  for (const share of contributions) {
    const reason = reasons.find(({ name, category }) => name === share.name && category === share.category);
    if (reason !== undefined && share.points >= SMALLEST_SHOWN) shown.push({ share, reason });
    else if (share.points > 0) {
      rest.count++;
      rest.points += share.points;
    }
  }
  return { shown, rest };
}
