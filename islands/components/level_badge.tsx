import type { RoomLevel } from "./shown_level.ts";
import { useWords } from "./speech.tsx";

const COLOURS: Record<RoomLevel, string> = {
  low: "text-low bg-low-soft",
  medium: "text-medium bg-medium-soft",
  high: "text-high bg-high-soft",
  insufficient: "text-ink-soft bg-sunken",
  uncaptured: "text-ink-soft bg-sunken",
};

const PLAIN_COLOURS: Record<RoomLevel, string> = {
  low: "text-low",
  medium: "text-medium",
  high: "text-high",
  insufficient: "text-ink-soft",
  uncaptured: "text-ink-soft",
};

/** The shape of a level: disc, triangle, octagon; a broken ring where there is too little to say, a dash where it stayed so. */
export function LevelShape({ level, class: className = "size-3" }: { level: RoomLevel; class?: string }) {
  return (
    <svg viewBox="0 0 12 12" class={`shrink-0 ${className}`} fill="currentColor" aria-hidden="true">
      {level === "low" && <circle cx="6" cy="6" r="4" />}
      {level === "medium" && <path d="M6 1.2 11.3 10.4H.7Z" />}
      {level === "high" && <path d="M3.7.5h4.6l3.2 3.2v4.6l-3.2 3.2H3.7L.5 8.3V3.7Z" />}
      {level === "uncaptured" && <path d="M1.5 5.25h9v1.5h-9Z" />}
      {level === "insufficient" && (
        <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.5 2" />
      )}
    </svg>
  );
}

interface LevelBadgeProps {
  level: RoomLevel;
  /** In a list of many: what calls for nobody has no ground of its own. */
  isQuiet?: boolean;
  class?: string;
}

/** A level as a colour, a shape and a word. */
export function LevelBadge({ level, isQuiet = false, class: className = "" }: LevelBadgeProps) {
  const { levels } = useWords("page");
  const isPlain = isQuiet && level !== "medium" && level !== "high";
  return (
    <span
      class={`inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2 py-0.5 text-xs font-semibold ` +
        `${isPlain ? PLAIN_COLOURS[level] : COLOURS[level]} ${className}`}
    >
      <LevelShape level={level} />
      {levels[level]}
    </span>
  );
}
