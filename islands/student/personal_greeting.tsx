import { AlertBox } from "../components/alert_box.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { PersonalLink } from "./personal_link.ts";
import { momentWithZone } from "../../words/times.ts";
import { durationWords } from "./time_words.ts";

/** Says to whoever came by a personal link whose it is, before they agree to anything. */
export function PersonalGreeting({ link, onNotMe }: { link: PersonalLink; onNotMe: () => void }) {
  const { speaker } = useSpeech();
  const words = useWords("personalLink");
  const { name, number, durationMinutes, extraMinutes, hasBegun, endedAt } = link;
  const time = durationWords(durationMinutes, speaker, words.duration);
  const title = number === undefined
    ? speaker.say(words.title, { name })
    : speaker.say(words.numbered, { name, number });
  return (
    <AlertBox tone={hasBegun && endedAt === undefined ? "warning" : "info"} role="status" title={title}>
      <p>
        {endedAt !== undefined
          ? `${speaker.say(words.over, { at: momentWithZone(speaker, endedAt) })} ${words.overResult}`
          : hasBegun
          ? words.began
          : extraMinutes > 0
          ? speaker.say(words.moreTime, { time, extra: durationWords(extraMinutes, speaker, words.duration) })
          : speaker.say(words.time, { time })}
      </p>
      {endedAt !== undefined && (
        <p class="my-2">
          <a
            href={`/result#${link.token}`}
            class="inline-flex min-h-10 items-center rounded-field bg-accent px-4 text-sm font-medium text-accent-ink hover:opacity-90"
          >
            {words.result}
          </a>
        </p>
      )}
      <button
        type="button"
        onClick={onNotMe}
        class="mt-1 min-h-8 rounded-field font-medium text-accent underline underline-offset-4"
      >
        {words.notMe}
      </button>
    </AlertBox>
  );
}
