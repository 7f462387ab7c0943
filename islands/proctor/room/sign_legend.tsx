import { Fragment } from "preact";
import { Icon } from "../../components/icon.tsx";
import { useWords } from "../../components/speech.tsx";

/** What the signs beside a name mean: each says it where it stands, too, to a pointer and to a screen reader. */
export function SignLegend() {
  const words = useWords("room");
  const signs = [
    { sign: words.row.accommodatedMark, meaning: words.row.accommodated },
    { sign: words.row.declaredMark, meaning: words.signs.declared },
    { sign: "≈", meaning: words.signs.namesake },
    { sign: words.row.byApiMark, meaning: words.row.byApi },
    { sign: words.row.watchedMark, meaning: words.signs.watched },
  ];
  const drawn = [
    { icon: "message", meaning: words.signs.said },
    { icon: "note", meaning: words.signs.noted },
    { icon: "person", meaning: words.signs.taken },
    { icon: "eye", meaning: words.signs.looked },
  ] as const;
  return (
    <details name="room-menu" class="text-dense text-ink-soft">
      <summary class="inline-flex min-h-8 cursor-pointer items-center rounded-field px-1.5 hover:bg-sunken hover:text-ink">
        {words.signs.title}
      </summary>
      <dl class="absolute end-0 top-full z-20 mt-1 grid w-72 max-w-[calc(100vw-1.5rem)] grid-cols-[auto_1fr] gap-x-3 gap-y-2 rounded-lg border border-line bg-raised p-3 shadow-raised">
        {signs.map(({ sign, meaning }) => (
          <Fragment key={sign}>
            <dt class="font-semibold text-ink">{sign}</dt>
            <dd>{meaning}</dd>
          </Fragment>
        ))}
        {drawn.map(({ icon, meaning }) => (
          <Fragment key={icon}>
            <dt class="pt-0.5 text-ink">
              <Icon name={icon} class="size-3.5" />
            </dt>
            <dd>{meaning}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}
