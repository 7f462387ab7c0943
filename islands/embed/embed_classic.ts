import { start } from "./embed.ts";

Object.assign(globalThis, { Invigil: { start } });
