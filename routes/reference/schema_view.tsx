import type { JsonSchema } from "../api/openapi_document.ts";
import { innerSchemas, limitsSaid, REQUIRED, typeSaid } from "./schema_said.ts";

/** A schema as nested fields, in English: each with its name, type and limits, those within it folded. */
export function SchemaView({ schema }: { schema: JsonSchema }) {
  const inner = innerSchemas(schema);
  const isFields = inner.length === 1 && inner[0].schema === schema;
  return (
    <div lang="en" dir="ltr" class="api-schema">
      {!isFields && <TypeLine schema={schema} />}
      <Inner schema={schema} />
    </div>
  );
}

function TypeLine({ schema }: { schema: JsonSchema }) {
  const limits = limitsSaid(schema);
  return (
    <p class="api-type">
      {typeSaid(schema)}
      {limits && `, ${limits}`}
    </p>
  );
}

/** Fields of what a schema holds, or its alternatives. */
function Inner({ schema }: { schema: JsonSchema }) {
  const inner = innerSchemas(schema);
  if (inner.length === 1) return <Fields schema={inner[0].schema} />;
  return (
    <>
      {inner.map((one) => (
        <details key={one.label}>
          <summary>
            <code translate={false}>{one.label}</code>
          </summary>
          <Fields schema={one.schema} />
        </details>
      ))}
    </>
  );
}

function Fields({ schema: { properties = {}, required = [] } }: { schema: JsonSchema }) {
  return (
    <ul class="api-fields">
      {Object.entries(properties).map(([name, schema]) => (
        <li key={name}>
          <Field name={name} schema={schema} isRequired={required.includes(name)} />
        </li>
      ))}
    </ul>
  );
}

interface FieldProps {
  name: string;
  schema: JsonSchema;
  isRequired: boolean;
}

/** One field; what it holds is folded beneath it. */
export function Field({ name, schema, isRequired }: FieldProps) {
  const limits = limitsSaid(schema);
  const line = (
    <>
      <code translate={false}>{name}</code> <span class="api-type">{typeSaid(schema)}{limits && `, ${limits}`}</span>
      {isRequired && <span class="api-required">{REQUIRED}</span>}
    </>
  );
  const said = schema.description && <Said text={schema.description} />;
  if (innerSchemas(schema).length === 0) return <>{line}{said}</>;
  return (
    <details>
      <summary>{line}</summary>
      {said}
      <Inner schema={schema} />
    </details>
  );
}

/** A sentence of the schemas, in which names stand in backticks. */
function Said({ text }: { text: string }) {
  const parts = text.split("`");
  return (
    <p class="api-said">
      {parts.map((part, index) => index % 2 === 0 ? part : <code key={index} translate={false}>{part}</code>)}
    </p>
  );
}
