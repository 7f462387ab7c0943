import type { CapturedEvent } from "../protocol/events.ts";
import type { Told } from "./messages.ts";

/** Id of the script that the browser runs in watched pages. */
const SCRIPT_ID = "watch";

/** Pattern of every page of an origin. */
export function pagesOf(origin: string): string {
  return `${origin}/*`;
}

/** Whether the browser lets the extension into pages of an origin. */
export function mayWatch(origin: string): Promise<boolean> {
  return chrome.permissions.contains({ origins: [pagesOf(origin)] });
}

/** Lets the browser run the capture in every page of an origin, those that are open as well. */
export async function watchPages(origin: string): Promise<void> {
  const matches = [pagesOf(origin)];
  const known = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (known.length > 0) return;
  await chrome.scripting.registerContentScripts([{
    id: SCRIPT_ID,
    js: ["content.js"],
    matches,
    allFrames: true,
    runAt: "document_idle",
    persistAcrossSessions: true,
  }]);
  for (const { id } of await chrome.tabs.query({ url: matches })) {
    if (id === undefined) continue;
    // A page that the browser shows an error in takes no script.
    await chrome.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: ["content.js"] }).catch(
      () => {},
    );
  }
}

/** Tells every watched page how it stands: it need not wait until it asks. */
export async function tellPages(origin: string, told: Told): Promise<void> {
  for (const { id } of await chrome.tabs.query({ url: pagesOf(origin) })) {
    // A page that has just opened hears nothing yet; it asks by itself.
    if (id !== undefined) await chrome.tabs.sendMessage(id, told).catch(() => {});
  }
}

/** Ends that, and gives the permission back. */
export async function leavePages(origin: string): Promise<void> {
  await chrome.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] }).catch(() => {});
  await chrome.permissions.remove({ origins: [pagesOf(origin)] });
}

/** Whether a watched page can be seen, and whether the keyboard is in one. */
interface Place {
  visible: boolean;
  focused: boolean;
}

/**
 * Follows whether the student is in a watched page: of tabs and windows it asks for those of the exam alone, and takes neither
 * title nor address of any.
 */
export class TabWatch {
  #last: Place | null = null;

  /** What has changed since it was last asked, as events. @param t Attempt time, ms. */
  async changes(origin: string, t: number): Promise<CapturedEvent[]> {
    const now = await placeOf(origin);
    const before = this.#last;
    this.#last = now;
    return [
      ...(now.visible === before?.visible ? [] : [{ t, type: "tab_switch" as const, visible: now.visible }]),
      ...(now.focused === before?.focused ? [] : [{ focused: now.focused, t, type: "focus_change" as const }]),
    ];
  }
}

async function placeOf(origin: string): Promise<Place> {
  const active = await chrome.tabs.query({ url: pagesOf(origin), active: true });
  const windows = await Promise.all(
    [...new Set(active.map(({ windowId }) => windowId))].map((id) => chrome.windows.get(id).catch(() => null)),
  );
  const open = windows.filter((window) => window !== null);
  return {
    visible: open.some(({ state }) => state !== "minimized"),
    focused: open.some(({ focused }) => focused),
  };
}
