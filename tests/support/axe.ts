import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe found wrong, as a failing test should print it. */
export interface Violation {
  rule: string;
  help: string;
  where: string[];
}

/**
 * Runs axe-core on a page: WCAG 2.2 A and AA, and its best practices.
 *
 * The script comes in through the debugger, past the page's content security policy. What fades has come to its end before
 * it is looked at: a button is pale in the moment in which it can be pressed.
 */
export async function findViolations(page: Page): Promise<Violation[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
    // deno-lint-ignore no-explicit-any
    const { violations } = await (globalThis as any).axe.run(document, { resultTypes: ["violations"] });
    return violations.map((
      violation: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] },
    ) => ({
      rule: violation.id,
      help: violation.help,
      where: violation.nodes.slice(0, 5).map((node) => `${node.html.slice(0, 300)} ${node.failureSummary ?? ""}`),
    }));
  });
}
