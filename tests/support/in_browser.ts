import type { Browser } from "playwright-core";
import { BROWSER_TEST } from "./browser.ts";
import { build } from "../../server/tasks/build.ts";
import { LiveServer } from "./live_server.ts";
import { ADMIN_PASSWORD, RunningServer } from "./running_server.ts";
import { withBrowser } from "./shared_browser.ts";

/** Runs a test in an empty browser against a server of its own. */
export function browserTest(
  title: string,
  run: (browser: Browser, server: LiveServer) => Promise<void>,
  environment: Record<string, string> = {},
): void {
  Deno.test({
    name: title,
    ...BROWSER_TEST,
    async fn() {
      // The pages as the sources are now; nothing to do where they were built before.
      await build();
      const server = await LiveServer.start(environment);
      try {
        await withBrowser((browser) => run(browser, server));
      } finally {
        await server.stop();
      }
    },
  });
}

/**
 * Runs a test in an empty browser against the product's own server, as a process with the demo exam.
 *
 * @param adminPassword As {@link RunningServer.start} takes it.
 */
export function productTest(
  title: string,
  run: (browser: Browser, server: RunningServer) => Promise<void>,
  adminPassword: string | null = ADMIN_PASSWORD,
): void {
  Deno.test({
    name: title,
    ...BROWSER_TEST,
    async fn() {
      await build();
      await using server = await RunningServer.start(adminPassword);
      await withBrowser((browser) => run(browser, server));
    },
  });
}
