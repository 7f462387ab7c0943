import { z } from "zod";

/** Spans that strokes are counted in; when all are used, two and two become one. */
const SPANS = 64;
const FIRST_SPAN_MS = 5_000;
/** Parts of the time that a writer's pace is compared between. */
const PARTS = 5;

export const StrokeTimesSnapshot = z.strictObject({
  span: z.number().min(FIRST_SPAN_MS),
  elapsed: z.number().min(0),
  strokes: z.number().min(0),
  counts: z.array(z.number().min(0)).max(SPANS),
});
export type StrokeTimesSnapshot = z.infer<typeof StrokeTimesSnapshot>;

/**
 * When strokes fell, in at most 64 spans of equal length that widen as time goes on: enough to say how the pace of
 * writing changed over any five parts of it, in constant memory and work.
 */
export class StrokeTimes {
  /** Up to the last span in which a stroke fell. */
  #counts: number[] = [];
  #spanMs = FIRST_SPAN_MS;
  #elapsedMs = 0;
  #strokes = 0;

  get strokes(): number {
    return this.#strokes;
  }

  /** A stroke, so many ms after the last one. */
  add(afterMs: number): void {
    this.#elapsedMs += Math.max(0, afterMs);
    while (this.#elapsedMs >= SPANS * this.#spanMs) this.#widen();
    const span = Math.floor(this.#elapsedMs / this.#spanMs);
    while (this.#counts.length <= span) this.#counts.push(0);
    this.#counts[span]++;
    this.#strokes++;
  }

  /** Strokes a minute overall, and their standard deviation over five equal parts of the time. */
  rates(): { perMinute: number; spread: number } {
    const minutes = Math.max(this.#elapsedMs, this.#spanMs) / 60_000;
    const perMinute = this.#strokes / minutes;
    const spans = this.#elapsedMs / this.#spanMs;
    const width = spans / PARTS;
    if (width <= 0) return { perMinute, spread: 0 };
    let sum = 0;
    let squares = 0;
    for (let part = 0; part < PARTS; part++) {
      const rate = this.#between(part * width, (part + 1) * width) / (minutes / PARTS);
      sum += rate;
      squares += rate * rate;
    }
    const variance = (squares - sum * sum / PARTS) / (PARTS - 1);
    return { perMinute, spread: Math.sqrt(Math.max(0, variance)) };
  }

  snapshot(): StrokeTimesSnapshot {
    return { span: this.#spanMs, elapsed: this.#elapsedMs, strokes: this.#strokes, counts: [...this.#counts] };
  }

  restore({ span, elapsed, strokes, counts }: StrokeTimesSnapshot): void {
    this.#spanMs = span;
    this.#elapsedMs = elapsed;
    this.#strokes = strokes;
    this.#counts = [...counts];
  }

  #widen(): void {
    const counts = this.#counts;
    const pairs = Math.ceil(counts.length / 2);
    this.#counts = Array.from({ length: pairs }, (_, pair) => counts[2 * pair] + (counts[2 * pair + 1] ?? 0));
    this.#spanMs *= 2;
  }

  /** Strokes between two places in spans; strokes lie evenly in a span, the open one ending at the last stroke. */
  #between(from: number, to: number): number {
    const end = this.#elapsedMs / this.#spanMs;
    let strokes = 0;
    for (let span = Math.floor(from); span < Math.min(this.#counts.length, to); span++) {
      const spanEnd = Math.min(span + 1, Math.max(end, span + 1e-6));
      const overlap = Math.min(to, spanEnd) - Math.max(from, span);
      if (overlap > 0) strokes += this.#counts[span] * Math.min(1, overlap / (spanEnd - span));
    }
    return strokes;
  }
}
