/**
 * Gives each heading of a document its anchor, the one that GitHub gives it: links into documents lead to the same place
 * wherever they are read.
 *
 * @example
 * assert.equal(headingIds()("What this cannot detect"), "what-this-cannot-detect");
 */
export function headingIds(): (text: string) => string {
  const used = new Map<string, number>();
  return (text) => {
    const plain = text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "").replaceAll(" ", "-");
    const before = used.get(plain) ?? 0;
    used.set(plain, before + 1);
    return before === 0 ? plain : `${plain}-${before}`;
  };
}
