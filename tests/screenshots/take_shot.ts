import type { Browser, BrowserContext, Page } from "playwright-core";
import { findViolations } from "../support/axe.ts";
import { type Look, watchedPage } from "../support/watched_page.ts";
import type { DocumentPicture } from "./document_pictures.ts";
import type { Place, Shot } from "./shot.ts";
import type { Stage } from "./stage.ts";
import { toWebp } from "./to_webp.ts";

/** The widths and schemes in which every page is pictured. */
export const ALL_LOOKS: readonly Look[] = [
  { width: 1440, scheme: "light" },
  { width: 1440, scheme: "dark" },
  { width: 390, scheme: "light" },
  { width: 390, scheme: "dark" },
];

/** The language of all pictures but those that are wanted in another one. */
const LOOKED_AT_IN = "en-GB";

const HEIGHTS: Record<Look["width"], number> = { 1440: 900, 390: 844 };

/** How long a step towards a state may take, ms: the machine may be busy with a hall of students. */
const STEP_WITHIN_MS = 20_000;

/** What is wrong with a page, in words. */
export interface Finding {
  shot: string;
  /** In which look; absent for what is wrong with the page in all of them. */
  look?: string;
  what: string;
}

/** Name of a look, as it stands in the names of pictures. */
export function lookName({ width, scheme }: Look): string {
  return `${width}_${scheme}`;
}

/** Where pictures are taken, and by whom. */
export interface Studio<At extends Place = Stage> {
  browser: Browser;
  stage: At;
  /** Cookies of a browser in which staff are signed in. */
  staff: Awaited<ReturnType<BrowserContext["cookies"]>>;
  /** Keeps a picture by its name. */
  keep(name: string, picture: Uint8Array): Promise<void>;
}

/**
 * Takes a page's picture in every look, and those of its pictures that stand in documents and on the front page.
 *
 * @returns What is wrong: errors, what is wider than its window, what axe finds, and why a state could not be reached.
 */
export async function takeShot<At extends Place>(
  studio: Studio<At>,
  shot: Shot<At>,
  pictures: readonly DocumentPicture[] = [],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const locales = new Set([LOOKED_AT_IN, ...pictures.map(({ locale }) => locale)]);
  for (const locale of locales) {
    const complaints = await withPage(studio, shot, locale, async (page) => {
      for (const look of locale === LOOKED_AT_IN ? ALL_LOOKS : []) {
        await show(page, look.width, HEIGHTS[look.width], look.scheme);
        await studio.keep(`${shot.name}_${lookName(look)}.png`, await page.screenshot({ fullPage: !shot.isWindow }));
        findings.push(...(await wrongOf(page)).map((what) => ({ shot: shot.name, look: lookName(look), what })));
      }
      for (const picture of pictures.filter((picture) => picture.locale === locale)) {
        await show(page, ...picture.window, picture.scheme);
        await studio.keep(picture.file, await toWebp(studio.browser, await drawn(page, picture)));
      }
    });
    const look = locale === LOOKED_AT_IN ? {} : { look: locale };
    findings.push(...complaints.map((what) => ({ shot: shot.name, ...look, what })));
  }
  return findings;
}

/** Opens a page in a state, gives it to use and closes it. @returns What it complained of, and why it could not be opened. */
async function withPage<At extends Place>(
  { browser, stage, staff }: Studio<At>,
  shot: Shot<At>,
  locale: string,
  use: (page: Page) => Promise<void>,
): Promise<string[]> {
  const { page, context, complaints } = await watchedPage(browser, stage.server.url, ALL_LOOKS[0], locale);
  const unforgiven = () => complaints.filter((complaint) => !shot.forgives?.test(complaint));
  page.setDefaultTimeout(STEP_WITHIN_MS);
  try {
    await page.emulateMedia({ reducedMotion: "reduce" });
    if (shot.by === "staff") await context.addCookies(staff);
    // What a page is written with is there at once: a letter that comes late is drawn with another font.
    await page.goto("/privacy");
    await shot.open(page, stage);
    await use(page);
    return unforgiven();
  } catch (error) {
    return [...unforgiven(), `could not be pictured: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    await context.close();
  }
}

/** Gives the page a window and a scheme, and waits until it has drawn itself anew, with the pictures that are further down, too. */
async function show(page: Page, width: number, height: number, colorScheme: Look["scheme"]): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.evaluate(async () => {
    scrollTo(0, 0);
    await document.fonts.ready;
    await Promise.allSettled(Array.from(document.images, (image) => {
      image.loading = "eager";
      return image.decode();
    }));
    // Plots are drawn anew in the frame after the one that tells of the change.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
}

/** A piece of the page as PNG: of the picture's size, from a little before where it begins. */
async function drawn(page: Page, { from, size: [width, height] }: DocumentPicture): Promise<Uint8Array> {
  const [x, y] = from === undefined ? [0, 0] : await page.locator(from.part).first().evaluate((part, before) => {
    const box = part.getBoundingClientRect();
    return [box.x + scrollX - before, box.y + scrollY - before];
  }, from.before);
  return await page.screenshot({ fullPage: true, clip: { x, y, width, height } });
}

async function wrongOf(page: Page): Promise<string[]> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const missing = await page.evaluate(() =>
    [...document.images].filter(({ complete, naturalWidth }) => complete && naturalWidth === 0).map(({ currentSrc }) =>
      currentSrc
    )
  );
  const violations = await findViolations(page);
  return [
    ...missing.map((address) => `no picture at ${address}`),
    ...(beyond > 0 ? [`${beyond} px wider than its window`] : []),
    ...violations.map(({ rule, help, where }) => `axe, ${rule}: ${help}: ${where.join(" | ")}`),
  ];
}
