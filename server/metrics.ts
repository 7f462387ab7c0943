import { type Histogram, type Meter, metrics as openTelemetry } from "@opentelemetry/api";

/** One figure of a running server, as the admins' page shows it. */
export interface Metric {
  name: string;
  value: number;
  unit: string;
}

/** How a figure of several instances of a process is one: counts are added; of what all of them have alike, the largest is told. */
type Across = "sum" | "most";

/** Figures of one instance, for the others of its process. */
export interface Figures {
  gauges: (Metric & { across: Across })[];
  durations: { name: string; count: number; sum: number; max: number }[];
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

  get figures(): Figures["durations"][number] {
    return { name: this.#name, count: this.#count, sum: this.#sum, max: this.#max };
  }
}

/** What instances of one process come to together, as if they were one. */
export function together(all: readonly Figures[]): Metric[] {
  const [own, ...others] = all;
  const gauges = own.gauges.map(({ name, unit, value, across }) => {
    const values = others.flatMap((figures) => figures.gauges.filter((gauge) => gauge.name === name))
      .map((gauge) => gauge.value);
    return {
      name,
      unit,
      value: across === "most" ? Math.max(value, ...values) : values.reduce((a, b) => a + b, value),
    };
  });
  const durations = own.durations.flatMap(({ name }) => {
    const parts = all.flatMap((figures) => figures.durations.filter((duration) => duration.name === name));
    const count = parts.reduce((total, part) => total + part.count, 0);
    const sum = parts.reduce((total, part) => total + part.sum, 0);
    return [
      { name: `${name}.count`, value: count, unit: "" },
      { name: `${name}.mean`, value: count === 0 ? 0 : sum / count, unit: "ms" },
      { name: `${name}.max`, value: Math.max(...parts.map((part) => part.max)), unit: "ms" },
    ];
  });
  return [...gauges, ...durations];
}

/**
 * Figures of this instance since it started: for the admins' page, and for OpenTelemetry through Deno's own
 * (`OTEL_DENO=true`); without that the latter costs nothing.
 */
export class Metrics {
  readonly #meter = openTelemetry.getMeter("invigil");
  readonly #gauges: (() => Figures["gauges"][number])[] = [];
  /** How long an atomic commit took. */
  readonly commit = new Duration(this.#meter, "commit");
  /** How long a change waited for its frame. */
  readonly push = new Duration(this.#meter, "push");
  faults = 0;

  constructor() {
    this.gauge("faults", "", () => this.faults);
  }

  /** Adds a figure that is read when somebody asks. */
  gauge(name: string, unit: string, read: () => number, across: Across = "sum"): void {
    this.#gauges.push(() => ({ name, value: read(), unit, across }));
    this.#meter.createObservableGauge(`invigil.${name}`, { unit }).addCallback((result) => result.observe(read()));
  }

  /** As they stand, to be put together with those of other instances. */
  get figures(): Figures {
    return {
      gauges: this.#gauges.map((gauge) => gauge()),
      durations: [this.commit.figures, this.push.figures],
    };
  }

  /** Of this instance alone. */
  toMetrics(): Metric[] {
    return together([this.figures]);
  }
}
