import { type Histogram, type Meter, metrics as openTelemetry } from "@opentelemetry/api";

/** One figure of a running server, as the admins' page shows it. */
export interface Metric {
  name: string;
  value: number;
  unit: string;
}

/** A running mean and maximum that costs two additions, and a histogram for whoever collects one. */
class Duration {
  #name: string;
  #histogram: Histogram;
  #count = 0;
  #sum = 0;
  #max = 0;

  constructor(meter: Meter, name: string) {
    this.#name = name;
    this.#histogram = meter.createHistogram(`invigil.${name}.duration`, { unit: "ms" });
  }

  add(ms: number): void {
    this.#count++;
    this.#sum += ms;
    if (ms > this.#max) this.#max = ms;
    this.#histogram.record(ms);
  }

  toMetrics(): Metric[] {
    return [
      { name: `${this.#name}.count`, value: this.#count, unit: "" },
      { name: `${this.#name}.mean`, value: this.#count === 0 ? 0 : this.#sum / this.#count, unit: "ms" },
      { name: `${this.#name}.max`, value: this.#max, unit: "ms" },
    ];
  }
}

/**
 * Figures of this instance since it started: for the admins' page, and for OpenTelemetry through Deno's own
 * (`OTEL_DENO=true`); without that the latter costs nothing.
 */
export class Metrics {
  readonly #meter = openTelemetry.getMeter("invigil");
  readonly #gauges: (() => Metric)[] = [];
  /** How long an atomic commit took. */
  readonly commit = new Duration(this.#meter, "commit");
  /** How long a change waited for its frame. */
  readonly push = new Duration(this.#meter, "push");
  faults = 0;

  constructor() {
    this.gauge("faults", "", () => this.faults);
  }

  /** Adds a figure that is read when somebody asks. */
  gauge(name: string, unit: string, read: () => number): void {
    this.#gauges.push(() => ({ name, value: read(), unit }));
    this.#meter.createObservableGauge(`invigil.${name}`, { unit }).addCallback((result) => result.observe(read()));
  }

  toMetrics(): Metric[] {
    return [...this.#gauges.map((gauge) => gauge()), ...this.commit.toMetrics(), ...this.push.toMetrics()];
  }
}
