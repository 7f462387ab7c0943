import { type BrowserContext, chromium, type Page, type Worker } from "playwright-core";
import { EXTENSION_ORIGIN } from "../../protocol/page_origin.ts";
import { buildExtension } from "../../server/tasks/build_extension.ts";
import { CHROMIUM_FLAGS, findChromium, HOW_TO_INSTALL } from "./browser.ts";

/** A Chromium with the built extension in it, on a profile that outlives it. */
export class ExtensionBrowser {
  readonly context: BrowserContext;

  private constructor(context: BrowserContext) {
    this.context = context;
  }

  /** Starts one. @param profile Its folder: the same one again is the same person's browser after a restart. */
  static async start(profile: string): Promise<ExtensionBrowser> {
    const executablePath = findChromium();
    if (executablePath === null) throw new Error(HOW_TO_INSTALL);
    const folder = await buildExtension();
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      // Playwright's own way to be headless knows no extensions.
      headless: false,
      ignoreDefaultArgs: ["--disable-extensions"],
      args: [
        ...CHROMIUM_FLAGS.filter((flag) => flag !== "--headless"),
        "--headless=new",
        `--disable-extensions-except=${folder}`,
        `--load-extension=${folder}`,
      ],
      locale: "en-GB",
    });
    return new ExtensionBrowser(context);
  }

  /** The extension's service worker, once it runs. */
  async worker(): Promise<Worker> {
    const known = this.context.serviceWorkers().find((worker) => worker.url().startsWith(EXTENSION_ORIGIN));
    return known ?? await this.context.waitForEvent("serviceworker");
  }

  /** The popup, in a tab of its own. */
  async popup(): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`${EXTENSION_ORIGIN}/popup.html`);
    return page;
  }

  /** Answers the browser's question for a person: it may be asked for pages of this origin, and is granted. */
  async grant(origin: string): Promise<void> {
    const page = await this.context.newPage();
    await page.goto("chrome://extensions");
    const id = new URL(EXTENSION_ORIGIN).host;
    await page.evaluate(`chrome.developerPrivate.addHostPermission("${id}", "${origin.replace(/:\d+$/, "")}/*")`);
    await page.close();
  }

  /** Stops the service worker as the browser does after half a minute of rest. */
  async sleep(): Promise<void> {
    const page = await this.popupless();
    const session = await this.context.newCDPSession(page);
    await session.send("ServiceWorker.enable");
    await session.send("ServiceWorker.stopAllWorkers");
    await page.close();
  }

  /** A page of the extension that asks its worker nothing. */
  private async popupless(): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`${EXTENSION_ORIGIN}/manifest.json`);
    return page;
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
