import type { ShowRisk } from "../../protocol/exam.ts";
import { element } from "./element.ts";
import type { SpokenRisk } from "./watch_readers.ts";
import { ownPlace } from "./watch_style.ts";
import type { WatchWords } from "./watch_words.ts";
import type { WatchStand } from "./watched_attempt.ts";

/** What the bar can do. */
interface BarDeeds {
  /** Asks for the reasons in words; null where they cannot be had now. */
  explain: () => Promise<SpokenRisk | null>;
  call: () => boolean | Promise<boolean>;
  read: (id: string) => void;
  /** Somebody looks at how the attempt stands. */
  shown: () => void;
}

/** How often an open panel asks for the reasons, ms. */
const EXPLAIN_EVERY_MS = 5_000;

/**
 * A small button at the corner of a page that is not ours: whether the student is watched, and their level; pressed, it says why,
 * shows what proctors write, and asks for one. What a proctor writes opens it by itself.
 */
export class StatusBar {
  readonly #host: HTMLElement;
  readonly #words: WatchWords;
  readonly #show: ShowRisk;
  readonly #deeds: BarDeeds;
  readonly #dot = element("span", { className: "dot", aria: { hidden: "true" } });
  readonly #short = element("span");
  readonly #pill: HTMLButtonElement;
  readonly #panel = element("section", { className: "panel stack", hidden: true });
  readonly #state = element("p");
  readonly #notices = element("div", { className: "stack" });
  readonly #risk = element("p");
  readonly #reasons = element("div", { className: "stack" });
  readonly #asked = element("p", { className: "soft", role: "status" });
  /** Ids of what proctors wrote that was announced. */
  readonly #told = new Set<string>();
  readonly #announcer = element("p", { role: "status" });
  #timer: ReturnType<typeof setInterval> | undefined;
  #known = "";

  constructor(words: WatchWords, showRisk: ShowRisk, deeds: BarDeeds) {
    this.#words = words;
    this.#show = showRisk;
    this.#deeds = deeds;
    const { host, root } = ownPlace(words.language);
    this.#host = host;
    this.#pill = element(
      "button",
      {
        type: "button",
        className: "pill",
        title: words.say("bar.open"),
        aria: { expanded: "false", controls: "panel" },
      },
      this.#dot,
      this.#short,
    );
    this.#panel.id = "panel";
    this.#panel.setAttribute("aria-label", words.say("bar.label"));
    const call = element("button", { type: "button" }, words.say("bar.call"));
    call.onclick = async () => this.#asked.textContent = words.say(await deeds.call() ? "bar.called" : "bar.notCalled");
    this.#panel.append(
      this.#notices,
      this.#state,
      this.#risk,
      this.#reasons,
      element("p", { className: "soft" }, words.say("bar.person")),
      element("div", { className: "row" }, call),
      this.#asked,
    );
    this.#announcer.className = "unseen";
    this.#pill.onclick = () => this.#open(this.#panel.hidden === true);
    const place = element("div", { className: "bar" }, this.#pill, this.#panel, this.#announcer);
    place.onkeydown = (event) => {
      if (event.key === "Escape") this.#open(false);
    };
    root.append(place);
    document.body.append(host);
  }

  /** Shows how the attempt stands. */
  update(stand: WatchStand): void {
    const words = this.#words;
    const { state, reason, risk, notices } = stand;
    const level = this.#show === "live" && risk !== null ? risk.level : null;
    this.#dot.dataset.level = state === "watching" ? level ?? "" : "";
    const short = words.say(`bar.short.${shortState(state)}`);
    this.#short.textContent = level === null || state !== "watching"
      ? short
      : `${short} · ${words.say(`level.${level}`)}`;
    const said = [words.say(`state.${state}`), ...(reason === null ? [] : [reason])].join(": ");
    this.#state.textContent = said;
    this.#risk.textContent = this.#show !== "live"
      ? words.say("bar.hiddenRisk")
      : risk === null
      ? words.say("bar.noRisk")
      : words.say("bar.risk", { risk: Math.round(risk.risk), level: words.say(`level.${risk.level}`) });
    const isNews = said !== this.#known && this.#known !== "";
    if (isNews) this.#announcer.textContent = said;
    this.#known = said;
    const fresh = notices.filter(({ id }) => !this.#told.has(id));
    if (fresh.length > 0 || this.#notices.childElementCount !== notices.length) {
      this.#notices.replaceChildren(...notices.map((notice) => this.#notice(notice)));
    }
    for (const { id, kind, text } of fresh) {
      this.#told.add(id);
      this.#announcer.textContent = `${words.say(`bar.${kind}`)} ${text}`;
    }
    // Once for each: whoever closes it has closed it.
    if (fresh.length > 0 || (isNews && (state === "paused" || state === "locked"))) this.#open(true, false);
    if (!this.#panel.hidden && !document.hidden) this.#deeds.shown();
  }

  /** Takes it off the page. */
  remove(): void {
    clearInterval(this.#timer);
    this.#host.remove();
  }

  #notice({ id, kind, text }: WatchStand["notices"][number]): HTMLElement {
    const read = element("button", { type: "button" }, this.#words.say("bar.read"));
    read.onclick = () => {
      this.#deeds.read(id);
      this.#pill.focus();
    };
    return element(
      "div",
      { className: "notice stack", data: { kind } },
      element("strong", {}, this.#words.say(`bar.${kind}`)),
      element("p", { dir: "auto" }, text),
      read,
    );
  }

  #open(isOpen: boolean, takesFocus = true): void {
    if (this.#panel.hidden !== isOpen) return;
    this.#panel.hidden = !isOpen;
    this.#pill.setAttribute("aria-expanded", String(isOpen));
    this.#pill.title = this.#words.say(isOpen ? "bar.close" : "bar.open");
    clearInterval(this.#timer);
    if (!isOpen) {
      if (takesFocus) this.#pill.focus();
      return;
    }
    this.#deeds.shown();
    void this.#explain();
    this.#timer = setInterval(() => void this.#explain(), EXPLAIN_EVERY_MS);
  }

  async #explain(): Promise<void> {
    if (this.#show !== "live") return;
    const told = await this.#deeds.explain();
    if (told === null) return;
    this.#reasons.replaceChildren(
      ...(told.reasons.length === 0 ? [] : [
        element("strong", {}, this.#words.say("bar.reasons")),
        element("ul", {}, ...told.reasons.map((reason) => element("li", {}, reason))),
      ]),
    );
  }
}

function shortState(state: WatchStand["state"]): "watching" | "offline" | "stopped" | "hold" {
  switch (state) {
    case "watching":
      return "watching";
    case "connecting":
    case "offline":
      return "offline";
    case "waiting":
    case "paused":
    case "locked":
      return "hold";
    case "over":
    case "elsewhere":
    case "refused":
      return "stopped";
  }
}
