import { useEffect, useState } from "preact/hooks";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import {
  checkClock,
  checkConnection,
  checkStorage,
  type ClockFound,
  type ConnectionFound,
  type StorageFound,
} from "./device_checks.ts";
import type { Practice } from "./practice.ts";
import { PracticePanel } from "./practice_panel.tsx";

/** How a check came out: in a colour, a shape and a word. */
type Standing = "running" | "good" | "note" | "problem";

interface Found {
  connection: ConnectionFound | null;
  storage: StorageFound | null;
  clock: ClockFound | null;
}

const NOTHING_YET: Found = { connection: null, storage: null, clock: null };

/** Tries the device, and lets its owner practise. Nothing of it is stored or sent. */
export function CheckPage({ practice }: { practice: Practice }) {
  const words = useWords("check");
  const { speaker } = useSpeech();
  const [found, setFound] = useState<Found>(NOTHING_YET);
  const [round, setRound] = useState(0);
  const { connection, storage, clock } = found;

  useEffect(() => {
    setFound(NOTHING_YET);
    const put = <Name extends keyof Found>(name: Name, value: Found[Name]) =>
      setFound((before) => ({ ...before, [name]: value }));
    void checkConnection().then((value) => put("connection", value));
    void checkStorage().then((value) => put("storage", value));
    void checkClock().then((value) => put("clock", value));
  }, [round]);

  const isDone = connection !== null && storage !== null && clock !== null;
  const hasProblem = connection === "none" || storage === "none";
  const keys = practice.keys.value;
  return (
    <div class="flex flex-col gap-10">
      <section aria-labelledby="device" class="flex max-w-3xl flex-col gap-4">
        <h2 id="device" class="text-xl font-semibold">{words.device}</h2>
        <ul class="divide-y divide-line rounded-lg border border-line bg-raised">
          <Line
            name={words.connection.name}
            standing={connection === null ? "running" : connection === "none" ? "problem" : "good"}
            text={words.connection[connection ?? "running"]}
          />
          <Line
            name={words.storage.name}
            standing={storage === null
              ? "running"
              : storage === "none"
              ? "problem"
              : storage === "noShell"
              ? "note"
              : "good"}
            text={words.storage[storage ?? "running"]}
          />
          <Line
            name={words.clock.name}
            standing={clock === null ? "running" : clock.kind === "good" ? "good" : "note"}
            text={clock === null
              ? words.clock.running
              : clock.kind === "off"
              ? speaker.say(words.clock.off, { off: clock.offMs })
              : words.clock[clock.kind]}
          />
          <Line
            name={words.keyboard.name}
            standing={keys === "none" ? "running" : keys === "timed" ? "good" : "note"}
            text={words.keyboard[keys === "none" ? "running" : keys === "timed" ? "good" : "synthetic"]}
          />
        </ul>
        <p role="status" class="sr-only">{isDone && words.done[hasProblem ? "problem" : "good"]}</p>
        {isDone && <Button class="self-start" onClick={() => setRound(round + 1)}>{words.again}</Button>}
      </section>
      <PracticePanel practice={practice} />
    </div>
  );
}

const LOOKS = {
  running: { icon: "clock", class: "text-ink-soft" },
  good: { icon: "check", class: "text-low" },
  note: { icon: "message", class: "text-accent" },
  problem: { icon: "alert", class: "text-high" },
} as const;

function Line({ name, standing, text }: { name: string; standing: Standing; text: string }) {
  const { states } = useWords("check");
  const look = LOOKS[standing];
  return (
    <li class="grid gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[9rem_1fr]">
      <span class="flex items-center gap-2 self-start font-semibold">
        <Icon name={look.icon} class={`size-5 ${look.class}`} />
        {name}
        <span class="sr-only">: {states[standing]}.</span>
      </span>
      <span>{text}</span>
    </li>
  );
}
