/** One figure of a running server, as the admins' page shows it. */
export interface Metric {
  name: string;
  value: number;
  unit: string;
}

/** A running mean and maximum that costs two additions. */
class Duration {
  #count = 0;
  #sum = 0;
  #max = 0;

  add(ms: number): void {
    this.#count++;
    this.#sum += ms;
    if (ms > this.#max) this.#max = ms;
  }

  toMetrics(name: string): Metric[] {
    return [
      { name: `${name}.mean`, value: this.#count === 0 ? 0 : this.#sum / this.#count, unit: "ms" },
      { name: `${name}.max`, value: this.#max, unit: "ms" },
    ];
  }
}

/** Counters of this instance since it started. */
export class Metrics {
  faults = 0;
  readonly commit = new Duration();
  commits = 0;
  #gauges: (() => Metric)[] = [];

  /** Adds a figure that is read when somebody asks. */
  gauge(name: string, unit: string, read: () => number): void {
    this.#gauges.push(() => ({ name, value: read(), unit }));
  }

  /** Takes note of an atomic commit. */
  committed(durationMs: number): void {
    this.commits++;
    this.commit.add(durationMs);
  }

  toMetrics(): Metric[] {
    return [
      { name: "faults", value: this.faults, unit: "" },
      { name: "commits", value: this.commits, unit: "" },
      ...this.commit.toMetrics("commit"),
      ...this.#gauges.map((gauge) => gauge()),
    ];
  }
}
