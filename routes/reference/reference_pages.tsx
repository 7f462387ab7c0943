import type { ComponentChildren } from "preact";
import type { Manifest } from "../../server/build/manifest.ts";
import { Refusal } from "../../server/errors.ts";
import type { Words } from "../../words/words.ts";
import type { ApiDocuments } from "../api/documents.ts";
import type { OpenApiDocument } from "../api/openapi_document.ts";
import type { Route } from "../edge/route.ts";
import { renderDocument } from "../pages/document.tsx";
import { OperationView, type PlacedOperation } from "./operation_view.tsx";
import { renderReference } from "./reference_contents.tsx";
import { type Part, ReferenceFrame } from "./reference_frame.tsx";
import { chapterTitle, SOCKET_CHAPTERS, SocketsView } from "./sockets_view.tsx";

/** What examples name where the server has not been told its own address. */
const SOME_SERVER = "https://exams.example.org";

/** The part that is made of the other document. */
const SOCKETS = "sockets";

function operationsOf({ paths }: OpenApiDocument, tag: string): PlacedOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))
  ).filter(({ operation }) => operation.tags.includes(tag));
}

function partsOf(documents: ApiDocuments): Part[] {
  const document = documents.openApi();
  const parts = document.tags.map((tag): Part => {
    const places = operationsOf(document, tag.name).map(({ method, path, operation: { operationId, summary } }) => {
      return { id: operationId, text: summary, address: `${method.toUpperCase()} ${path}` };
    });
    return { tag: tag.name, title: tag["x-displayName"], lead: tag.description, places };
  });
  const sockets = {
    tag: SOCKETS,
    title: "Sockets",
    lead: documents.asyncApi().info.description,
    places: SOCKET_CHAPTERS.map((chapter) => ({
      id: `${chapter.channel}_${chapter.way}`,
      text: chapterTitle(chapter),
    })),
  };
  return [...parts, sockets];
}

/** The reference at `/api`, out of the documents themselves. Each page is made once for each language and kept, as it never changes. */
export function referencePages(manifest: Manifest, documents: ApiDocuments, server = SOME_SERVER): Route[] {
  const kept = new Map<string, string>();
  function keptAs(name: string, { language }: Words, make: () => string): string {
    const key = `${language.tag} ${name}`;
    const html = kept.get(key) ?? make();
    kept.set(key, html);
    return html;
  }
  function renderPart(part: Part, parts: readonly Part[], words: Words): string {
    const document = documents.openApi();
    const children: ComponentChildren = part.tag === SOCKETS
      ? <SocketsView document={documents.asyncApi()} />
      : operationsOf(document, part.tag).map((placed) => (
        <OperationView key={placed.operation.operationId} {...placed} server={server} />
      ));
    return renderDocument({
      title: part.title,
      description: part.lead,
      manifest,
      words,
      children: <ReferenceFrame part={part} parts={parts}>{children}</ReferenceFrame>,
    });
  }
  return [
    {
      operation: "page_api",
      handle({ words }) {
        const parts = partsOf(documents);
        return { html: keptAs("", words, () => renderReference({ manifest, words, parts })) };
      },
    },
    {
      operation: "page_api_part",
      handle({ params, words }) {
        const parts = partsOf(documents);
        const part = parts.find(({ tag }) => tag === params.part);
        if (part === undefined) throw new Refusal("not_found", "nothing_here");
        return { html: keptAs(part.tag, words, () => renderPart(part, parts, words)) };
      },
    },
  ];
}
