import type { Browser } from "playwright-core";
import { BROWSER_TEST, launchBrowser } from "./browser.ts";
import { build } from "../../server/tasks/build.ts";
import { LiveServer } from "./live_server.ts";

/** Runs a test in a browser of its own against a server of its own. */
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
        const browser = await launchBrowser();
        try {
          await run(browser, server);
        } finally {
          await browser.close();
        }
      } finally {
        await server.stop();
      }
    },
  });
}
