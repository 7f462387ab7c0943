import type { Pool } from "../../../../protocol/pools.ts";
import type { Section } from "../../../../protocol/sections.ts";
import { remarkedPart } from "../shared/categories.ts";
import type { Found, ImportTold, Part } from "../shared/found.ts";
import { freeId } from "../shared/free_id.ts";
import { type PackageFiles, resolved } from "./package_files.ts";
import { isForCandidates } from "./qti_body.ts";
import { QtiSaid } from "./qti_said.ts";
import { plainXml } from "../xml/xml_text.ts";
import { childOf, childrenOf, type XmlElement } from "../xml/xml_tree.ts";

/** Sections in sections of other files, at most. */
const MOST_REFS = 10;

/** A reference to an item, from which file, and where it stands. */
interface Ref {
  kind: "ref";
  from: string;
  href: string;
  part: Part;
}

type Step = Found | Ref;

/** A section of a test that has a heading. It is told of with its first item, unless one of ours has said it better. */
interface Heading {
  title: string;
  text: string;
  identifier: string;
  /** Once it has been told of. */
  id: string | null;
  pictures: readonly Found[];
  losses: readonly ImportTold[];
  file: string;
}

/** The sections of a package's tests as sections and pools of an exam. */
export class TestParts {
  readonly #sections = new Set<string>();
  readonly #pools = new Set<string>();

  constructor(readonly files: PackageFiles) {}

  /** A test: its sections, each before its items. What is drawn from a section is a pool. */
  *of(test: string): Generator<Step> {
    const root = this.files.root(test);
    if (root === undefined) return;
    const all = sectionsIn(root);
    const isOurs = all.some(({ remark }) => remark !== undefined);
    const [only, ...others] = all.filter(isVisible);
    // Every test has a section: one alone, without a text, is no heading.
    const isBare = others.length === 0 && !isOurs && (only === undefined || childOf(only, "rubricblock") === undefined);
    yield* this.#inside(root, { file: test, refs: 0, isBare }, null, {});
  }

  *#inside(element: XmlElement, at: At, heading: Heading | null, part: Part): Generator<Step> {
    for (const child of element.children) {
      if (typeof child === "string") continue;
      if (child.name === "assessmentitemref") {
        yield* this.#tell(heading);
        yield {
          kind: "ref",
          from: at.file,
          href: child.attributes.get("href") ?? "",
          part: { ...part, section: part.section ?? heading?.id ?? undefined },
        };
      } else if (child.name === "assessmentsection") yield* this.#section(child, at, heading, part);
      else if (child.name === "assessmentsectionref") {
        const file = resolved(at.file, child.attributes.get("href"));
        const root = at.refs < MOST_REFS ? this.files.root(file) : undefined;
        if (file !== null && root?.name === "assessmentsection") {
          yield* this.#section(root, { ...at, file, refs: at.refs + 1 }, heading, part);
        }
      } else if (child.name === "testpart") yield* this.#inside(child, at, heading, part);
    }
  }

  *#section(element: XmlElement, at: At, above: Heading | null, outer: Part): Generator<Step> {
    const heading = isVisible(element) && !at.isBare ? this.#heading(element, at) : above;
    const own = element.remark === undefined ? null : remarkedPart(element.remark);
    if (own !== null && plainXml(own.section?.title ?? "") === (heading?.title ?? "")) {
      const { section, pool } = own;
      if (section !== undefined) yield* this.#tellSection(section);
      for (const each of [...own.pools ?? [], ...pool === undefined ? [] : [pool]]) yield* this.#tellPool(each);
      yield* this.#inside(element, at, null, { section: section?.id, pool: pool?.id });
      return;
    }
    const take = Number(childOf(element, "selection")?.attributes.get("select"));
    if (!(take >= 1)) {
      yield* this.#inside(element, at, heading, { pool: outer.pool });
      return;
    }
    const id = freeId(element.attributes.get("identifier"), "p", this.#pools);
    yield* this.#tell(heading);
    yield* this.#tellPool({ id, take });
    yield* this.#inside(element, at, heading, { pool: id });
  }

  #heading(element: XmlElement, { file }: At): Heading {
    const identifier = element.attributes.get("identifier") ?? "";
    const title = element.attributes.get("title") ?? identifier;
    const said = new QtiSaid((address) => this.files.picture(file, address));
    const text = childrenOf(element, "rubricblock").filter(isForCandidates)
      .map((block) => said.body({ ...block, attributes: new Map() }, () => false).texts.join("")).join("\n\n");
    return { title, text, identifier, id: null, pictures: said.pictures(), losses: said.finish(), file };
  }

  *#tell(heading: Heading | null): Generator<Step> {
    if (heading === null || heading.id !== null || heading.title.trim() === "") return;
    heading.id = freeId(heading.identifier, "s", this.#sections);
    const title = heading.title.trim().slice(0, 200);
    yield* heading.pictures;
    for (const told of heading.losses) yield { kind: "note", level: "warning", told, file: heading.file };
    yield* this.#tellSection({ id: heading.id, title, ...(heading.text.trim() !== "" && { text: heading.text }) });
  }

  *#tellSection(section: Section): Generator<Step> {
    if (this.#sections.has(section.id)) return;
    this.#sections.add(section.id);
    yield { kind: "section", candidate: section };
  }

  *#tellPool(pool: Pool): Generator<Step> {
    if (this.#pools.has(pool.id)) return;
    this.#pools.add(pool.id);
    yield { kind: "pool", candidate: pool };
  }
}

/** Where a test is read. */
interface At {
  file: string;
  refs: number;
  /** Whether its only section is no heading. */
  isBare: boolean;
}

function isVisible({ attributes }: XmlElement): boolean {
  return attributes.get("visible") !== "false";
}

function sectionsIn(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    return child.name === "assessmentsection" ? [child, ...sectionsIn(child)] : sectionsIn(child);
  });
}
