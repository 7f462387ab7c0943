import { mediaIdsIn } from "../../../../protocol/media_ids.ts";
import { tagsField } from "../shared/authored_extras.ts";
import { type Found, type ImportTold, isPlaced } from "../shared/found.ts";
import { leadsOut, PackageFiles } from "./package_files.ts";
import { packageOrder } from "./package_order.ts";
import type { PictureIn } from "./qti_said.ts";
import { readText } from "../shared/read_text.ts";
import { zipEntries, type ZipEntry, ZipProblem } from "../zip/zip_files.ts";

/**
 * The items of a package, in the order of its test, with its sections and pools, else of its manifest. What leads out of it is named
 * and left.
 *
 * @param readItem Reads the text of one item.
 */
export function* readPackage(
  bytes: Uint8Array<ArrayBuffer>,
  readItem: (text: string, pictureIn: PictureIn) => Iterable<Found>,
): Generator<Found> {
  let entries: ZipEntry[];
  try {
    entries = zipEntries(bytes);
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error;
    yield { kind: "note", level: "error", told: error.told };
    return;
  }
  const strange = entries.filter(({ name }) => leadsOut(name));
  if (strange.length > 0) {
    yield { kind: "note", level: "error", told: { key: "zip_path", values: { names: namesOf(strange) } } };
  }
  const inner = entries.filter(({ name }) => /\.zip$/i.test(name));
  if (inner.length > 0) {
    yield { kind: "note", level: "warning", told: { key: "zip_inside", values: { names: namesOf(inner) } } };
  }
  const files = new PackageFiles(bytes, entries);
  for (const _ of files.unpack()) yield { kind: "pause" };
  for (const step of packageOrder(files)) {
    if (step.kind !== "item") {
      if (step.kind === "section") yield* picturesOf(step.candidate, files);
      yield step;
      continue;
    }
    const { file, part, tags } = step;
    const content = files.content(file);
    const read = content === null ? null : readText(content);
    if (read === null) {
      yield { kind: "failed", told: { key: "zip_file_broken", values: {} }, file };
      continue;
    }
    for (const { level, told } of read.notes) yield { kind: "note", level, told, file };
    for (const found of readItem(read.text, (address) => files.picture(file, address))) {
      if (found.kind === "question") {
        yield* picturesOf([found.candidate, found.unsaid], files);
        yield { ...found, ...part, ...besideOf(tags, found.losses ?? []), file };
      } else yield isPlaced(found) ? { ...found, file } : found;
    }
    yield { kind: "pause" };
  }
}

/** Pictures that texts of ours refer to by their ids, such as those of a remark. */
function* picturesOf(texts: unknown, files: PackageFiles): Generator<Found> {
  for (const mediaId of mediaIdsIn(texts)) {
    const picture = files.pictureOf(mediaId);
    if (picture !== null) yield { kind: "picture", picture, name: mediaId };
  }
}

/** The tags that the manifest gives an item. */
function besideOf(tags: readonly string[], losses: readonly ImportTold[]) {
  const all = [...losses];
  return { beside: tagsField(tags, all), losses: all };
}

function namesOf(entries: readonly ZipEntry[]): string {
  return entries.slice(0, 10).map(({ name }) => name.slice(0, 80)).join(", ");
}
