import { useWords } from "../../islands/components/speech.tsx";
import type { AsyncApiDocument, DocumentedMessage } from "../api/asyncapi.ts";
import { prettyJson } from "./pretty_json.ts";
import { SchemaView } from "./schema_view.tsx";

/** Channels and ways, each a chapter, in their order. */
export const SOCKET_CHAPTERS = [
  { channel: "student", way: "up" },
  { channel: "student", way: "down" },
  { channel: "proctor", way: "up" },
  { channel: "proctor", way: "down" },
] as const;

type Chapter = typeof SOCKET_CHAPTERS[number];

/** A chapter's title, in English: it names what stands in the document. */
export function chapterTitle({ channel, way }: Chapter): string {
  return `/ws/${channel}: ${way === "up" ? "what the client sends" : "what the server sends"}`;
}

/** The messages of both sockets, each with its fields and an example. */
export function SocketsView({ document }: { document: AsyncApiDocument }) {
  return (
    <>
      {SOCKET_CHAPTERS.map((chapter) => {
        const { channel, way } = chapter;
        const id = `${channel}_${way}`;
        const messages = Object.entries(document.channels[channel].messages).filter(([key]) => key.startsWith(way));
        return (
          <section key={id} aria-labelledby={id} class="api-operation">
            <h2 id={id} lang="en">{chapterTitle(chapter)}</h2>
            {messages.map(([key, message]) => <MessageView key={key} id={`${channel}_${key}`} message={message} />)}
          </section>
        );
      })}
    </>
  );
}

function MessageView(
  { id, message: { name, summary, payload, examples } }: { id: string; message: DocumentedMessage },
) {
  const words = useWords("api");
  return (
    <>
      <h3 id={id} translate={false}>
        <code>{name}</code>
      </h3>
      {summary && <p lang="en" class="text-ink-soft">{summary}</p>}
      {examples.map((example, index) => (
        <pre key={index} tabIndex={0} translate={false} dir="ltr"><code>{prettyJson(example.payload)}</code></pre>
      ))}
      <details class="api-more">
        <summary>{words.fields}</summary>
        <SchemaView schema={payload} />
      </details>
    </>
  );
}
