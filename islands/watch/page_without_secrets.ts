type Listener = (event: Event) => void;

/** A page, or a part of one, without what is typed into fields of passwords: not even its rhythm is anybody's. */
export class PageWithoutSecrets extends EventTarget {
  readonly #page: EventTarget;
  readonly #wrapped = new Map<unknown, Listener>();

  constructor(page: EventTarget) {
    super();
    this.#page = page;
  }

  override addEventListener(type: string, listener: Listener, options?: AddEventListenerOptions): void {
    const wrapped: Listener = (event) => {
      if (!isInSecret(event)) listener(event);
    };
    this.#wrapped.set(listener, wrapped);
    this.#page.addEventListener(type, wrapped, options);
  }

  override removeEventListener(type: string, listener: Listener, options?: AddEventListenerOptions): void {
    const wrapped = this.#wrapped.get(listener);
    if (wrapped !== undefined) this.#page.removeEventListener(type, wrapped, options);
  }
}

function isInSecret(event: Event): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLInputElement && target.type === "password";
}
