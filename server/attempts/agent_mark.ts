import { sha256Hex } from "../log/hash.ts";

/** Characters of a browser's word of itself that are kept, at most. */
const MAX_AGENT_CHARACTERS = 300;

/** Stands in a mark's place between a device's release and the next one's connection. */
export const RELEASED = "released";

/** What a browser or machine says that it is; "" where it says nothing. */
export function agentOf(headers: Headers): string {
  return (headers.get("user-agent") ?? "").slice(0, MAX_AGENT_CHARACTERS);
}

/** By what another browser is noticed without keeping which one it is; undefined where nothing was said. */
export function agentMark(attemptId: string, agent: string): string | undefined {
  return agent === "" ? undefined : sha256Hex(`${attemptId} ${agent}`).slice(0, 16);
}
