import type { Told } from "./messages.ts";

/** Tokens of the theme, as the build finds them in `static/style/theme.css`. */
declare const INVIGIL_THEME: string;

/** A colour of the theme's light scheme: the browser's bar is not ours to darken. */
function colourOf(token: string): string {
  return new RegExp(`--color-${token}: (#[0-9a-f]{6})`).exec(INVIGIL_THEME)?.[1] ?? "";
}

/** Says at the extension's button how it stands: a sign and a colour; its title says it in words. */
export async function showBadge({ session, stand, isCapturing }: Told): Promise<void> {
  const [text, colour] = signOf({ session, stand, isCapturing });
  await chrome.action.setBadgeText({ text });
  if (text === "") return;
  await chrome.action.setBadgeBackgroundColor({ color: colourOf(colour) });
  await chrome.action.setBadgeTextColor({ color: colourOf("raised") });
}

function signOf({ session, stand, isCapturing }: Pick<Told, "session" | "stand" | "isCapturing">): [string, string] {
  if (session === null || stand === null) return ["", "ink-soft"];
  if (stand.state === "offline" || stand.state === "connecting") return ["…", "medium"];
  if (stand.state === "over") return ["■", "ink-soft"];
  if (!isCapturing) return ["II", "medium"];
  if (session.showRisk !== "live" || stand.risk === null) return ["✓", "low"];
  return stand.risk.level === "low" ? ["✓", "low"] : [stand.risk.level === "medium" ? "!" : "!!", stand.risk.level];
}
