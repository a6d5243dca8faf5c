import {
  apiKey,
  exportedFile,
  exportInput,
  exportMeta,
  exportQuery,
  generationOptions,
  healthRoutes,
  job,
  jobChanges,
  jobExportQuery,
  jobsQuery,
  deliveriesQuery,
  ignoredMeta,
  keyChanges,
  keyInput,
  newKey,
  pageMeta,
  pageQuery,
  jobSummary,
  recipe,
  revisionOptions,
  routes,
  servedModel,
  typeNameOf,
  usage,
  usageQuery,
  batch,
  batchInput,
  batchSummary,
  webhookDelivery,
  webhookSecret,
  webhookTest,
  brandVoiceChanges,
  brandVoiceInput,
  storedBrandVoice,
  preset,
  presetChanges,
  presetInput,
  type GenerateRoute,
} from '@showrunner/contract';
import { pathNames, fillPath, type Route, type RouteTable } from '@showrunner/routes';
import { z } from 'zod';
import { schemaToType } from './schema-to-type.ts';

/** Where the source below lies, from the checkout's root. */
export const methodsFile = 'packages/client/src/methods.generated.ts';

/** A method of the SDK: `jobs.list` is `list` in the object `jobs`; one without a dot stands alone. */
interface Method {
  readonly object: string;
  readonly name: string;
  readonly route: Route;
}

/** The SDK's methods, one for each route of the contract that says under which name. */
export function methodsSource(table: RouteTable = routes): string {
  const methods = Object.values(table).flatMap((route) =>
    route.sdk === undefined ? [] : [methodOf(route, route.sdk)],
  );
  const alone = methods.filter(({ object }) => object === '');
  const objects = Map.groupBy(
    methods.filter(({ object }) => object !== ''),
    ({ object }) => object,
  );
  return [
    '// Made by packages/client/scripts/generate-methods.ts from the contract. Do not edit.',
    "import type * as contract from './contract-types.generated.ts';",
    "import type { CallOptions, Transport } from './transport.ts';",
    "import type { Answer } from './types.ts';",
    '',
    ...[...objects].flatMap(([object, own]) => [
      `export interface ${typeNameOf(object)} {`,
      ...own.flatMap((one) => declaration(one)),
      '}',
      '',
    ]),
    'export interface Methods {',
    ...[...objects.keys()].map((object) => `  readonly ${object}: ${typeNameOf(object)};`),
    ...alone.flatMap((one) => declaration(one)),
    '}',
    '',
    'export function createMethods(transport: Transport): Methods {',
    '  return {',
    ...[...objects].flatMap(([object, own]) => [
      `    ${object}: {`,
      ...own.map((one) => `      ${definition(one)}`),
      '    },',
    ]),
    ...alone.map((one) => `    ${definition(one)}`),
    '  };',
    '}',
    '',
    '/** Where each kind of content is written, plain or streamed. */',
    'export const writingPaths = {',
    ...Object.values(table)
      .filter(isGenerateRoute)
      .map(({ operation, path }) => `  '${operation.name}': '${path}',`),
    '} as const;',
    '',
  ].join('\n');
}

function methodOf(route: Route, sdk: string): Method {
  const [object = '', name] = sdk.split('.');
  return name === undefined ? { object: '', name: object, route } : { object, name, route };
}

function declaration({ name, route }: Method): string[] {
  const { summary, description = `${summary}.` } = route;
  return [`  /** ${description} */`, `  ${name}(${parametersOf(route).join(', ')}): Promise<${answerType(route)}>;`];
}

/** What a path names comes first, then the body or the query. */
function parametersOf(route: Route): string[] {
  const { path, choices = {}, body, query } = route;
  const typeOf = typesFor(route);
  return [
    ...pathNames(path).map((name) => `${name}: ${choices[name]?.map((one) => `'${one}'`).join(' | ') ?? 'string'}`),
    ...(body ? [`input: ${body.schemas.map(typeOf).join(' & ')}`] : []),
    ...(query ? [`filter?: ${typeOf(query)}`] : []),
    'options?: CallOptions',
  ];
}

function answerType(route: Route): string {
  const { answer } = route;
  const typeOf = typesFor(route);
  switch (answer.kind) {
    case 'envelope':
      if (!answer.meta) return typeOf(answer.data);
      return isGenerateRoute(route)
        ? `Answer<${typeOf(answer.data)}>`
        : `Answer<${typeOf(answer.data)}, ${typeOf(answer.meta)}>`;
    case 'file':
      return `Answer<${typeOf(answer.data)}, ${typeOf(answer.meta)}>`;
    case 'json':
      return typeOf(answer.schema);
    case 'text':
      return 'string';
    case 'nothing':
      return 'void';
  }
}

function definition({ name, route }: Method): string {
  const { method, path, body, query } = route;
  const names = [...pathNames(path), ...(body ? ['input'] : []), ...(query ? ['filter'] : []), 'options'];
  const filled = fillPath(path, (one) => `\${encodeURIComponent(${one})}`);
  const request = [
    `method: '${method.toUpperCase()}'`,
    `path: ${filled === path ? `'${path}'` : `\`${filled}\``}`,
    ...(body ? [isStreamed(route) ? 'body: { ...input, stream: false }' : 'body: input'] : []),
    ...(query ? ['query: filter'] : []),
  ];
  return `${name}: (${names.join(', ')}) => transport.${readingOf(route)}({ ${request.join(', ')} }, options),`;
}

function isStreamed({ answer }: Route): boolean {
  return answer.kind === 'envelope' && answer.events !== undefined;
}

/** Which of the transport's ways of reading an answer gives the method's result. */
function readingOf({ answer }: Route): string {
  if (answer.kind === 'json' || answer.kind === 'text' || answer.kind === 'nothing') return answer.kind;
  return answer.meta ? 'answer' : 'data';
}

/** The names that `contract-types.generated.ts` gives to schemas that belong to no operation. */
const sharedNames: readonly NamedSchema[] = [
  [apiKey, 'contract.ApiKey'],
  [ignoredMeta, 'contract.IgnoredMeta'],
  [keyChanges, 'contract.KeyChanges'],
  [keyInput, 'contract.KeyInput'],
  [newKey, 'contract.NewKey'],
  [pageMeta, 'contract.PageMeta'],
  [pageQuery, 'contract.Page'],
  [exportedFile, 'contract.ExportedFile'],
  [exportInput, 'contract.ExportInput'],
  [exportMeta, 'contract.ExportMeta'],
  [exportQuery, 'contract.ExportOptions'],
  [generationOptions, 'contract.GenerationOptions'],
  [healthRoutes.getHealth.answer.schema, 'contract.Health'],
  [job, 'contract.Job'],
  [jobChanges, 'contract.JobChanges'],
  [jobExportQuery, 'contract.JobExportOptions'],
  [jobsQuery, 'contract.JobFilter'],
  [jobSummary, 'contract.JobSummary'],
  [recipe, 'contract.Recipe'],
  [revisionOptions, 'contract.RevisionOptions'],
  [brandVoiceChanges, 'contract.BrandVoiceChanges'],
  [brandVoiceInput, 'contract.BrandVoiceInput'],
  [storedBrandVoice, 'contract.BrandVoice'],
  [preset, 'contract.Preset'],
  [presetChanges, 'contract.PresetChanges'],
  [presetInput, 'contract.PresetInput'],
  [usage, 'contract.Usage'],
  [usageQuery, 'contract.UsageFilter'],
  [servedModel, 'contract.ServedModel'],
  [deliveriesQuery, 'contract.DeliveryFilter'],
  [batch, 'contract.Batch'],
  [batchInput, 'contract.BatchInput'],
  [batchSummary, 'contract.BatchSummary'],
  [webhookDelivery, 'contract.WebhookDelivery'],
  [webhookSecret, 'contract.WebhookSecret'],
  [webhookTest, 'contract.WebhookTest'],
];

type NamedSchema = readonly [z.ZodType, string];

/** What a route's schemas are called: operations of a kind may share one, and each has its own name for it. */
function typesFor(route: Route): (schema: z.ZodType) => string {
  const names = new Map([...sharedNames, ...(isGenerateRoute(route) ? namesOf(route) : [])]);
  const typeOf = (schema: z.ZodType): string => {
    const name = names.get(schema);
    if (name !== undefined) return name;
    return schema instanceof z.ZodArray ? `${typeOf(schema.element as z.ZodType)}[]` : schemaToType(schema, 'output');
  };
  return typeOf;
}

function namesOf({ operation: { name, input }, answer }: GenerateRoute): NamedSchema[] {
  return [
    [input, `contract.${typeNameOf(name)}Input`],
    [answer.data, `contract.WithVariants<contract.${typeNameOf(name)}>`],
  ];
}

function isGenerateRoute(route: Route): route is GenerateRoute {
  return 'operation' in route;
}
