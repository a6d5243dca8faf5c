import type { RecipeName } from '@showrunner/client';
import { generateRoutes, type GenerateRoute } from '@showrunner/contract';
import { bodySchemaOf, schemaOf } from '@showrunner/routes';
import { callKey } from './call-key.ts';
import { followJob } from './follow-job.ts';
import type { JsonSchema, Tool } from './tool.ts';
import { resultOfWriting } from './tool-results.ts';

/** How the answer travels is decided here. */
const DECIDED_HERE = new Set(['stream', 'async', 'webhook_url', 'store']);

/** A tool for each operation of the contract. */
export const writingTools: readonly Tool[] = Object.entries(generateRoutes).map(([operationId, route]) =>
  writingTool(operationId, route),
);

function writingTool(operationId: string, route: GenerateRoute): Tool {
  const { operation } = route;
  const name = toolName(operationId);
  return {
    name,
    title: operation.title,
    description: `${operation.description} The same arguments meet the same work for 24 hours; another \`seed\` gives another result. What takes longer than 40 seconds goes on, and get_job fetches it.`,
    inputSchema: inputOf(route),
    outputSchema: outputOf(route),
    annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
    async call(input, call) {
      const untilAt = performance.now() + call.patienceMs;
      const idempotencyKey = callKey(name, input);
      const job = await call.client.submit(operation.name as RecipeName, input, { idempotencyKey });
      return resultOfWriting(await followJob(job, call, untilAt));
    },
  };
}

/** `generateThumbnailPrompt` → `generate_thumbnail_prompt`. */
function toolName(operationId: string): string {
  return operationId.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** What a body takes, but for how it is answered. */
export function inputOf({ body }: Pick<GenerateRoute, 'body'>): JsonSchema {
  const { properties, required } = bodySchemaOf(body) as JsonSchema & { readonly required?: string[] };
  const offered = Object.entries(properties ?? {}).filter(([member]) => !DECIDED_HERE.has(member));
  return { type: 'object', properties: Object.fromEntries(offered), ...(required === undefined ? {} : { required }) };
}

function outputOf({ answer }: GenerateRoute): JsonSchema {
  return {
    type: 'object',
    properties: {
      job_id: { type: 'string' },
      state: { type: 'string', enum: ['queued', 'running', 'succeeded'] },
      result: schemaOf(answer.data, 'output'),
      model: { type: 'string', description: 'The one that wrote.' },
      cost_usd: { type: 'number', description: 'US dollars; absent where the price is not known.' },
      findings: { type: 'array', items: { type: 'string' }, description: 'What is to be known of the result.' },
      next: { type: 'string', description: 'What to do where there is no result yet.' },
    },
    required: ['job_id', 'state'],
  } as JsonSchema;
}
