/** The fields on the page that text is written in, to be read where no event says that it changed. */
export class OpenFields {
  readonly #reads = new Set<() => void>();

  /** @param read Takes over what stands in the field. @returns A function that forgets the field. */
  add(read: () => void): () => void {
    this.#reads.add(read);
    return () => this.#reads.delete(read);
  }

  /** Takes over what stands in the fields. */
  read(): void {
    for (const read of this.#reads) read();
  }
}
