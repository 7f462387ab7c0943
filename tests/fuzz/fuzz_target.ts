import type { Wire } from "./mutate.ts";

/** Something that spoilt messages are sent to, one after the other. */
export interface FuzzTarget {
  readonly name: string;
  /** Sends one message and judges what came back; `problem` is null where it is what the protocol says. */
  step(): Promise<{ sent: Wire; problem: string | null }>;
  close(): void;
}
