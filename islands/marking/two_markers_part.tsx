import type { MarkedAnswer, MarkPlaces } from "../../protocol/marking.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";

/** How it stands with an answer that two people mark: what it waits for, and the marks once both are in. */
export function TwoMarkersPart({ answer: { places } }: { answer: MarkedAnswer }) {
  const words = useWords("marking").two;
  if (places === undefined) return null;
  if (places.given.length < 2) {
    return <p class="text-sm text-ink-soft">{places.waits_for === "you" ? words.unseen : words.alone}</p>;
  }
  if (places.waits_for === null) return <BothMarks given={places.given} />;
  return (
    <AlertBox tone="warning" title={words.differ}>
      <p>{places.waits_for === "agreement" ? words.agree : words.others}</p>
      <BothMarks given={places.given} />
    </AlertBox>
  );
}

function BothMarks({ given }: Pick<MarkPlaces, "given">) {
  const words = useWords("marking").two;
  const { speaker } = useSpeech();
  return (
    <ul aria-label={words.marks} class="mt-3 flex flex-col gap-2 text-sm">
      {given.map(({ as, by, points, max, comment }) => (
        <li key={as} class="border-s-2 border-ink-soft ps-3">
          <span class="font-medium tabular-nums">
            {speaker.say(words[as], {
              by: by ?? "",
              points: speaker.number(points ?? 0),
              max: speaker.number(max),
            })}
          </span>
          {comment !== undefined && <p class="whitespace-pre-wrap text-ink-soft wrap-anywhere" dir="auto">{comment}</p>}
        </li>
      ))}
    </ul>
  );
}
