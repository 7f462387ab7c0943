import { type Browser, chromium } from "playwright-core";

/** Flags that a headless Chromium needs in a container without a display. */
export const CHROMIUM_FLAGS: readonly string[] = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const FOLDERS = ["/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** What to do where there is no Chromium, in one line. */
export const HOW_TO_INSTALL =
  "No Chromium was found: install one (Debian: apt-get install -y chromium; elsewhere: npx playwright install chromium) " +
  "or name one with CHROMIUM=/path/to/chrome.";

/** Path of a Chromium: from the environment's `CHROMIUM`, the usual places, or the PATH; null where there is none. */
export function findChromium(): string | null {
  const named = Deno.env.get("CHROMIUM");
  if (named) return named;
  const folders = [...FOLDERS, ...(Deno.env.get("PATH") ?? "").split(Deno.build.os === "windows" ? ";" : ":")];
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => `${folder}/${name}`)), ...ELSEWHERE];
  return candidates.find((path) => isFile(path)) ?? playwrightsOwn();
}

/** The Chromium that `npx playwright install chromium` put away, where it did. */
function playwrightsOwn(): string | null {
  const path = chromium.executablePath();
  return path !== "" && isFile(path) ? path : null;
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}

/**
 * Starts a headless Chromium. The caller closes it.
 *
 * @throws {Error} {@link HOW_TO_INSTALL} where there is none.
 */
export async function launchBrowser(options: { flags?: readonly string[] } = {}): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(HOW_TO_INSTALL);
  return await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, ...(options.flags ?? [])] });
}

/** Options of `Deno.test` for browser tests: Playwright keeps timers and a process of its own. */
export const BROWSER_TEST = { sanitizeOps: false, sanitizeResources: false } as const;
