import type { Browser, BrowserContext, Page } from "playwright-core";

/** A page that notes whatever it should not do: errors, refused resources, requests to anybody else. */
export interface WatchedPage {
  context: BrowserContext;
  page: Page;
  /** Errors, policy violations and foreign requests so far, in words. */
  complaints: string[];
}

export interface Look {
  width: 1440 | 390;
  scheme: "light" | "dark";
}

/** The two widths and two schemes that every page is looked at in, in pairs that cover them all. */
export const LOOKS: readonly Look[] = [{ width: 1440, scheme: "light" }, { width: 390, scheme: "dark" }];

/** Opens a page of its own context on a server. @param locale Language of the browser. */
export async function watchedPage(
  browser: Browser,
  origin: string,
  look: Look = LOOKS[0],
  locale = "en-GB",
): Promise<WatchedPage> {
  const context = await browser.newContext({
    baseURL: origin,
    locale,
    viewport: { width: look.width, height: look.width === 390 ? 844 : 900 },
    colorScheme: look.scheme,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // The browser notes each refused call; what the page makes of it is what tests look at.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      complaints.push(`console: ${message.text()}`);
    }
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !["data:", "blob:"].includes(url.protocol)) {
      complaints.push(`request to ${url.origin}`);
    }
  });
  return { context, page, complaints };
}

/** Signs in through the login page. @param origin Of the server, where the page's context has no base address. */
export async function signInOn(page: Page, username: string, password: string, origin = ""): Promise<void> {
  await page.goto(`${origin}/login`);
  await page.locator("html[data-ready]").waitFor();
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/login");
}
