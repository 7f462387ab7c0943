import type { PaperQuestion } from "../../../protocol/items/registry.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { clockText } from "../../components/time_text.ts";
import { useContributionText } from "../../proctor/contribution_text.ts";
import type { Incident } from "./incidents.ts";

interface IncidentListProps {
  incidents: readonly Incident[];
  questions: readonly PaperQuestion[];
  onLook: (incident: Incident) => void;
}

/** Every incident in words; each leads to its moment. */
export function IncidentList({ incidents, questions, onLook }: IncidentListProps) {
  const words = useWords("replay");
  const { flags } = useWords("drawer");
  const { speaker } = useSpeech();
  const contributionText = useContributionText();
  if (incidents.length === 0) return <p class="text-sm text-ink-soft">{words.noIncidents}</p>;
  function text(incident: Incident): string {
    switch (incident.kind) {
      case "flag":
        return speaker.say(words.incident.flag, { note: incident.note || flags.flagged });
      case "reason":
        return speaker.say(words.incident.reason, { name: contributionText(incident.name).name, seen: incident.seen });
      case "arrival": {
        const question = questions.findIndex(({ id }) => id === incident.question) + 1;
        return speaker.say(words.incident.arrival, { characters: incident.characters, question });
      }
    }
  }
  return (
    <details class="border-t border-line pt-3 text-dense" open={incidents.length <= 8}>
      <summary class="cursor-pointer font-semibold">{speaker.say(words.incidents, { n: incidents.length })}</summary>
      <ul class="mt-2 flex flex-col">
        {incidents.map((incident, index) => (
          <li key={index}>
            <button
              type="button"
              onClick={() => onLook(incident)}
              class="flex min-h-8 w-full gap-3 rounded-field px-1 py-1 text-start hover:bg-sunken"
            >
              <span class="w-16 shrink-0 tabular-nums text-ink-soft">{clockText(incident.t)}</span>
              <span class="min-w-0 wrap-anywhere">{text(incident)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
