import { type GivenPlan, type LoadResult, Said } from "../../lab/load/plan.ts";
import { TextLineStream } from "./text_line_stream.ts";

/** The generator in its own process, as the harness talks to it. */
export class LoadProcess {
  readonly #child: Deno.ChildProcess;
  readonly #lines: ReadableStreamDefaultReader<string>;
  readonly #input: WritableStreamDefaultWriter<Uint8Array>;

  constructor(plan: GivenPlan) {
    this.#child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "tests/bench/generator.ts"],
      stdin: "piped",
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    this.#lines = this.#child.stdout.pipeThrough(new TextDecoderStream()).pipeThrough(new TextLineStream()).getReader();
    this.#input = this.#child.stdin.getWriter();
    void this.#say(JSON.stringify(plan));
  }

  /** Waits until the generator says a thing, passing over others. @throws {Error} If it ends before. */
  async until<Kind extends Said["said"]>(kind: Kind): Promise<Extract<Said, { said: Kind }>> {
    while (true) {
      const { value, done } = await this.#lines.read();
      if (done) throw new Error(`The generator ended before it said "${kind}"`);
      const said = Said.parse(JSON.parse(value));
      if (isKind(said, kind)) return said;
    }
  }

  /** Lets everybody go on after a stop. */
  async go(): Promise<void> {
    await this.#say("go");
  }

  /** Waits for the result and the end of the process. */
  async result(): Promise<LoadResult> {
    const result = await this.until("result");
    await this.#end();
    return result;
  }

  /** Ends it at once. */
  async abort(): Promise<void> {
    try {
      this.#child.kill("SIGKILL");
    } catch {
      // Ended already.
    }
    await this.#end();
  }

  async #say(line: string): Promise<void> {
    await this.#input.write(new TextEncoder().encode(`${line}\n`));
  }

  async #end(): Promise<void> {
    await this.#input.close().catch(() => {});
    await this.#lines.cancel();
    await this.#child.status;
  }
}

function isKind<Kind extends Said["said"]>(said: Said, kind: Kind): said is Extract<Said, { said: Kind }> {
  return said.said === kind;
}
