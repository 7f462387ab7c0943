import { useSpeech, useWords } from "../../islands/components/speech.tsx";
import type { Content, DocumentedOperation, ShownExample } from "../api/openapi_document.ts";
import { curlOf } from "./curl.ts";
import { prettyJson } from "./pretty_json.ts";
import { Field, SchemaView } from "./schema_view.tsx";

/** An operation, and where it is called. */
export interface PlacedOperation {
  method: string;
  path: string;
  operation: DocumentedOperation;
}

interface OperationProps extends PlacedOperation {
  /** The server's address, as examples name it. */
  server: string;
}

/** One operation: who may call it, what it takes and answers, and an example. */
export function OperationView({ method, path, operation, server }: OperationProps) {
  const words = useWords("api");
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const good = Object.values(responses)[0];
  return (
    <section aria-labelledby={operationId} class="api-operation">
      <h2 id={operationId} lang="en">{summary}</h2>
      <p class="api-address" translate={false}>
        <code>
          <b>{method.toUpperCase()}</b> {path}
        </code>
      </p>
      <p lang="en" class="text-ink-soft">{description}</p>
      {parameters.length > 0 && (
        <>
          <h3>{words.parameters}</h3>
          <ul lang="en" dir="ltr" class="api-schema api-fields">
            {parameters.map(({ name, schema, required }) => (
              <li key={name}>
                <Field name={name} schema={schema} isRequired={required} />
              </li>
            ))}
          </ul>
        </>
      )}
      {requestBody && (
        <>
          <h3>{words.body}</h3>
          <ContentView content={requestBody.content} />
        </>
      )}
      <h3>{words.answer}</h3>
      {good.content ? <ContentView content={good.content} /> : <p class="text-ink-soft">{words.nothing}</p>}
      <Refusals operation={operation} />
      <h3>{words.example}</h3>
      {operation["x-examples"].map((example, index) => (
        <ExampleView key={index} example={example} command={curlOf({ server, method, path, example })} />
      ))}
    </section>
  );
}

function ContentView({ content }: { content: Content }) {
  return (
    <>
      {Object.entries(content).map(([type, { schema }]) => (
        type === "application/json"
          ? <SchemaView key={type} schema={schema} />
          : <p key={type} lang="en" class="api-type" translate={false}>{type}</p>
      ))}
    </>
  );
}

function Refusals({ operation: { responses } }: { operation: DocumentedOperation }) {
  const words = useWords("api");
  const refused = Object.entries(responses).filter(([status]) => Number(status) >= 400);
  if (refused.length === 0) return null;
  return (
    <>
      <h3>{words.refusals}</h3>
      <ul class="api-refusals" translate={false}>
        {refused.map(([status, { description }]) => (
          <li key={status}>
            <b>{status}</b> <code>{description}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

function ExampleView({ example: { title, answer }, command }: { example: ShownExample; command: string }) {
  const words = useWords("api");
  const { speaker } = useSpeech();
  return (
    <div class="api-example">
      {title && <p lang="en">{title}</p>}
      <pre tabIndex={0} translate={false} dir="ltr"><code>{command}</code></pre>
      {answer && (
        <>
          <p class="text-sm text-ink-soft">
            {speaker.say(words.answered, { status: String(answer.status), type: answer.type ?? words.nothing })}
          </p>
          {typeof answer.body === "string"
            ? <pre tabIndex={0} translate={false} dir="ltr"><code>{answer.body}</code></pre>
            : answer.body !== null && (
              <pre tabIndex={0} translate={false} dir="ltr"><code>{prettyJson(answer.body)}</code></pre>
            )}
        </>
      )}
    </div>
  );
}
