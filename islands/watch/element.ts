type Properties<Name extends keyof HTMLElementTagNameMap> =
  & Partial<Omit<HTMLElementTagNameMap[Name], "style" | "children">>
  & { data?: Record<string, string>; aria?: Record<string, string> };

/**
 * An element with its properties and children; texts stay texts.
 *
 * @example
 * element("p", { className: "soft" }, "Hello");
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { data = {}, aria = {}, ...properties }: Properties<Name> = {},
  ...children: (Node | string | null)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  Object.assign(made, properties);
  Object.assign(made.dataset, data);
  for (const [key, value] of Object.entries(aria)) made.setAttribute(`aria-${key}`, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}
