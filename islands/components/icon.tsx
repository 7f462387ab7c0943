/** What each icon draws, in a square of 24. */
export const ICON_PATHS = {
  alert: "M12 8v5m0 3.5v.1M10.3 4.2 2.9 17a2 2 0 0 0 1.7 3h14.8a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0Z",
  check: "m5 12.5 4.5 4.5L19 7.5",
  chevron: "m9 6 6 6-6 6",
  clock: "M12 7v5l3 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z",
  close: "M6 6l12 12M18 6 6 18",
  copy: "M9 9h10v10H9zM5 15V5h10",
  eye: "M2.5 12S6 5.5 12 5.5s9.5 6.5 9.5 6.5-3.5 6.5-9.5 6.5S2.5 12 2.5 12Zm9.5 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
  flag: "M6 21V4m0 1h11l-2 4 2 4H6",
  leave: "M10 4H5v16h5M14 8l4 4-4 4M18 12H9",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z",
  message: "M4 5h16v11H9l-5 4V5Z",
  more: "M5 12h.1M12 12h.1M19 12h.1",
  pause: "M9 5v14m6 0V5",
  note: "M5 4h14v16H5Z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8.5a7.5 7.5 0 0 1 15 0",
  play: "M8 5v14l11-7L8 5Z",
  search: "m20 20-4.5-4.5M11 17.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z",
  sliders: "M4 7h10m4 0h2M4 17h2m4 0h10M14 5v4M10 15v4",
  stop: "M6 6h12v12H6z",
  unlock: "M7 11V8a5 5 0 0 1 10-2M6 11h12v9H6z",
} as const;

/** Name of an icon. */
export type IconName = keyof typeof ICON_PATHS;

/** A line icon beside a word. It is always hidden from screen readers: the word says it. */
export function Icon({ name, class: className = "size-4" }: { name: IconName; class?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      class={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
