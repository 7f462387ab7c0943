import type { Random } from "../../scoring/models/random.ts";

/** A draw from the standard normal distribution (Box and Muller 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** One of `items`, each as likely. */
export function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)];
}

/** Draws places onto a screen's pixels, `lines` in a viewport's height. In place. */
export function onPixels(x: number[], y: number[], lines: number): void {
  for (let index = 0; index < x.length; index++) {
    x[index] = Math.round(x[index] * lines) / lines;
    y[index] = Math.round(y[index] * lines) / lines;
  }
}
