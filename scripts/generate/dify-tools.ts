import { generateRoutes, openApiDocument, type jobRoutes } from '../../packages/contract/src/index.ts';
import manifest from '../../package.json' with { type: 'json' };
import type { GeneratedFile } from './generated-file.ts';

type Json = Record<string, unknown>;

/** Where a Dify in containers finds a server on its own machine; whoever imports the file puts theirs. */
const SERVER = 'http://host.docker.internal:3000';

/** What a workflow needs; the whole reference would be some forty tools. */
const OFFERED = new Set([...Object.keys(generateRoutes), 'getJob' satisfies keyof typeof jobRoutes]);

/** Tools for Dify: the recipes, and the jobs that they make, in OpenAPI 3.0. */
export const difyTools: GeneratedFile = {
  path: 'docs/guides/automation/dify-tools.generated.json',
  generator: 'scripts/generate/dify-tools.ts',
  content: () => `${JSON.stringify({ 'x-made-by': 'npm run generate', ...offered() }, null, 1)}\n`,
};

function offered(): Json {
  const document = openApiDocument({ version: manifest.version, serverUrl: SERVER, dialect: '3.0' });
  const paths = Object.entries(document.paths as Readonly<Record<string, Json>>).flatMap(([path, methods]) => {
    const own = Object.entries(methods).filter(([, operation]) =>
      OFFERED.has((operation as { operationId: string }).operationId),
    );
    return own.length === 0
      ? []
      : [[path, Object.fromEntries(own.map(([method, operation]) => [method, asTool(operation as Json)]))]];
  });
  return withUsedSchemas({ ...document, tags: undefined, paths: Object.fromEntries(paths) as Json });
}

/** A tool is its input: what it answers is read by its text, and errors are the API's. */
function asTool({ parameters, ...operation }: Json): Json {
  const named = (parameters as readonly { readonly name: string }[]).filter(({ name }) => name !== 'workspace');
  return { ...operation, tags: undefined, parameters: named, responses: { 200: { description: 'OK' } } };
}

function withUsedSchemas({ components, ...document }: Json): Json {
  const { schemas, securitySchemes } = components as { readonly schemas: Json; readonly securitySchemes: Json };
  const text = JSON.stringify(document);
  const used = Object.entries(schemas).filter(([name]) => text.includes(`"#/components/schemas/${name}"`));
  return { ...document, components: { schemas: Object.fromEntries(used), securitySchemes } };
}
