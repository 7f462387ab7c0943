import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { PlayTime } from "./play_time.ts";
import type { Recording } from "./replay_source.ts";

/** How many times as fast as it happened. */
export const SPEEDS = [1, 2, 5, 10, 30, 60] as const;
export type Speed = (typeof SPEEDS)[number];

/** What plays a recording. */
export interface Player {
  /** Attempt time, ms. */
  t: number;
  isPlaying: boolean;
  speed: Speed;
  isCompressed: boolean;
  seek: (t: number) => void;
  play: (isPlaying: boolean) => void;
  setSpeed: (speed: Speed) => void;
  compress: (isCompressed: boolean) => void;
}

/** For a component: plays a recording, frame by frame, and ends at its end. */
export function usePlayer({ endT, steps, keys }: Pick<Recording, "endT" | "steps" | "keys">): Player {
  const [t, setT] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(5);
  const [isCompressed, setCompressed] = useState(true);
  const newest = useRef(t);
  newest.current = t;
  const time = useMemo(
    () => new PlayTime([...steps.map((step) => step.t), ...[...keys.keys()].map((s) => s * 1_000)], endT, isCompressed),
    [endT, steps, keys, isCompressed],
  );

  useEffect(() => {
    if (!isPlaying) return;
    let frame = 0;
    let before: number | null = null;
    const next = (now: number) => {
      const passed = before === null ? 0 : now - before;
      before = now;
      const play = time.toPlay(newest.current) + passed * speed;
      if (play >= time.length) {
        setT(endT);
        return setPlaying(false);
      }
      setT(time.toAttempt(play));
      frame = requestAnimationFrame(next);
    };
    frame = requestAnimationFrame(next);
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, speed, time]);

  return {
    t,
    isPlaying,
    speed,
    isCompressed,
    setSpeed,
    compress: setCompressed,
    seek: (to) => setT(Math.min(endT, Math.max(0, to))),
    play(isToPlay) {
      // From the end it begins anew.
      if (isToPlay && newest.current >= endT) setT(0);
      setPlaying(isToPlay);
    },
  };
}
