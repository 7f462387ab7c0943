/**
 * `deno task screenshots [--out DIR] [--documents] [NAME...]`: pictures every page in every state from the running product,
 * 1440 and 390 px wide, light and dark, with an `index.html` to look through them. Exit code 1 where a page throws, is wider
 * than its window, or has an axe finding; each is named on standard error.
 *
 * The pictures of the documents and of the front page are taken too: beside the others, or, with `--documents`, in their
 * place. With names only those states are pictured.
 */
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { launchBrowser } from "../support/browser.ts";
import { ADMIN_PASSWORD } from "../support/live_server.ts";
import { signInOn, watchedPage } from "../support/watched_page.ts";
import { DOCUMENT_PICTURES } from "./document_pictures.ts";
import { indexPage, sayFinding } from "./index_page.ts";
import { SHOTS, unpictured } from "./shots.ts";
import { withStage } from "./stage.ts";
import { type Finding, type Studio, takeShot } from "./take_shot.ts";

/** Where pictures go when nobody says where: git does not know it. */
const OUT = "data/screenshots";

/** How old the room is at least when it is pictured, ms: until then nobody has done much. */
const ROOM_AGE_MS = 7 * 60_000;

/** A page is told of nobody who drives the browser: what it would say of that is not what people see. */
const AS_A_PERSON = ["--disable-blink-features=AutomationControlled"];

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    args: Deno.args,
    options: { out: { type: "string" }, documents: { type: "boolean" } },
    allowPositionals: true,
  });
  const out = values.out ?? OUT;
  const wanted = SHOTS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const unknown = positionals.filter((name) => !SHOTS.some((shot) => shot.name === name));
  if (unknown.length > 0) {
    const known = SHOTS.map(({ name }) => name).join(", ");
    throw new RangeError(`Cannot picture ${unknown.join(", ")}: there are ${known}`);
  }
  const missing = unpictured();
  if (missing.length > 0) throw new RangeError(`Cannot picture ${missing.join(", ")}: no state of it is in shots.ts`);
  const beganMs = performance.now();
  const findings: Finding[] = [];
  const browser = await launchBrowser({ flags: AS_A_PERSON });
  try {
    await withStage(async (stage) => {
      const signedIn = await watchedPage(browser, stage.server.url);
      await signInOn(signedIn.page, "admin", ADMIN_PASSWORD);
      const staff = await signedIn.context.cookies();
      await signedIn.context.close();
      const keep: Studio["keep"] = async (name, picture) => {
        const isInPlace = values.documents && name.includes("/");
        const path = isInPlace ? name : `${out}/${name}`;
        await Deno.mkdir(dirname(path), { recursive: true });
        await Deno.writeFile(path, picture);
      };
      const studio: Studio = { browser, stage, staff, keep };
      for (const shot of wanted) {
        console.error(`${seconds(beganMs)} s  ${shot.name}`);
        if (shot.page === "page_room" || shot.page === "page_room_attempt") await untilOld(beganMs);
        const pictures = DOCUMENT_PICTURES.filter((picture) => picture.shot === shot.name);
        findings.push(...await takeShot(studio, shot, pictures));
      }
    });
  } finally {
    await browser.close();
  }
  await Deno.writeTextFile(`${out}/index.html`, indexPage(wanted.map(({ name }) => name), findings));
  for (const finding of findings) console.error(sayFinding(finding));
  console.log(`${wanted.length} states in ${seconds(beganMs)} s, ${findings.length} findings: ${out}/index.html`);
  return findings.length === 0 ? 0 : 1;
}

/** Waits until the hall has sat for a while. */
async function untilOld(beganMs: number): Promise<void> {
  const leftMs = ROOM_AGE_MS - (performance.now() - beganMs);
  if (leftMs <= 0) return;
  console.error(`  the room is pictured in ${Math.ceil(leftMs / 1_000)} s`);
  await new Promise((resolve) => setTimeout(resolve, leftMs));
}

function seconds(sinceMs: number): number {
  return Math.round((performance.now() - sinceMs) / 1_000);
}

if (import.meta.main) {
  try {
    Deno.exit(await main());
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.error(error.message);
    Deno.exit(2);
  }
}
