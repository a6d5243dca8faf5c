import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { filled, type Run, type SentRequest } from './flow.ts';

const folder = join(import.meta.dirname, '../../docs/guides/automation');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** The tools that Dify imports. */
export const difyTools = read('dify-tools.generated.json');

interface Named {
  readonly name: string;
  readonly value: string;
}

const headersOf = (named: readonly Named[]) => Object.fromEntries(named.map(({ name, value }) => [name, value]));

/** The flows that can be imported, and the requests that each sends in a run, in their order. */
export const flows: readonly { readonly file: string; readonly requests: (run: Run) => SentRequest[] }[] = [
  { file: 'n8n-package.json', requests: n8nRequests },
  { file: 'activepieces-package.json', requests: activepiecesRequests },
  { file: 'make-package.blueprint.json', requests: makeRequests },
  { file: 'dify-package.yml', requests: difyRequests },
];

interface N8nNode {
  readonly type: string;
  readonly parameters: {
    readonly method: string;
    readonly url: string;
    readonly headerParameters: { readonly parameters: readonly Named[] };
    readonly jsonBody: string;
    readonly options: { readonly timeout: number };
  };
}

/** Parameters that begin with `=` hold JavaScript between braces. */
function n8nRequests(run: Run): SentRequest[] {
  const { nodes } = JSON.parse(read('n8n-package.json')) as { readonly nodes: readonly N8nNode[] };
  const topic = { topic: run.topic, seconds: run.seconds, showrunner: run.server };
  const names = { $: () => ({ first: () => ({ json: topic }) }), $execution: { id: run.run }, $workflow: { id: 'w1' } };
  const evaluate = (text: string): string =>
    text.startsWith('=')
      ? text.slice(1).replaceAll(/\{\{((?:[^}]|\}(?!\}))*)\}\}/g, (_, code: string) => String(valueOf(code, names)))
      : text;
  return nodes
    .filter(({ type }) => type === 'n8n-nodes-base.httpRequest')
    .map(({ parameters }) => ({
      url: evaluate(parameters.url),
      method: parameters.method,
      headers: {
        ...headersOf(
          parameters.headerParameters.parameters.map(({ name, value }) => ({ name, value: evaluate(value) })),
        ),
        'X-API-Key': run.key,
        'Content-Type': 'application/json',
      },
      body: evaluate(parameters.jsonBody),
      timeoutMs: parameters.options.timeout,
    }));
}

function valueOf(code: string, names: object): unknown {
  // oxlint-disable-next-line no-implied-eval -- the file is ours, and this is what n8n does with it
  return new Function(...Object.keys(names), `return (${code});`)(...Object.values(names)) as unknown;
}

interface Step {
  readonly settings: {
    readonly actionName?: string;
    readonly input: {
      readonly method: string;
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: { readonly data: Readonly<Record<string, string>> };
      readonly timeout: number;
    };
  };
  readonly nextAction?: Step;
}

function activepiecesRequests(run: Run): SentRequest[] {
  const { template } = JSON.parse(read('activepieces-package.json')) as {
    readonly template: { readonly trigger: Step };
  };
  const values: Readonly<Record<string, unknown>> = {
    "trigger['body']['showrunner']": run.server,
    "trigger['body']['topic']": run.topic,
    "trigger['body']['seconds']": run.seconds,
    "connections['showrunner']": run.key,
    step_1: run.run,
  };
  const fill = (text: string) => filled(text, (name) => values[name]);
  return stepsFrom(template.trigger)
    .filter(({ settings }) => settings.actionName === 'send_request')
    .map(({ settings: { input } }) => ({
      url: fill(input.url),
      method: input.method,
      headers: JSON.parse(fill(JSON.stringify(input.headers))) as Record<string, string>,
      body: fill(JSON.stringify(input.body.data)),
      timeoutMs: input.timeout * 1_000,
    }));
}

function stepsFrom(step: Step): Step[] {
  return [step, ...(step.nextAction === undefined ? [] : stepsFrom(step.nextAction))];
}

interface MakeModule {
  readonly module: string;
  readonly mapper: {
    readonly url: string;
    readonly method: string;
    readonly headers: readonly Named[];
    readonly contentType: string;
    readonly data: string;
    readonly timeout: string;
  };
}

function makeRequests(run: Run): SentRequest[] {
  const { flow } = JSON.parse(read('make-package.blueprint.json')) as { readonly flow: readonly MakeModule[] };
  const values: Readonly<Record<string, unknown>> = {
    '1.showrunner': run.server,
    '1.key': run.key,
    '1.topic': run.topic,
    '1.seconds': run.seconds,
    '1.run': run.run,
  };
  const fill = (text: string) => filled(text, (name) => values[name]);
  return flow
    .filter(({ module }) => module === 'http:ActionSendData')
    .map(({ mapper }) => ({
      url: fill(mapper.url),
      method: mapper.method.toUpperCase(),
      headers: {
        ...headersOf(mapper.headers.map(({ name, value }) => ({ name, value: fill(value) }))),
        'Content-Type': mapper.contentType,
      },
      body: fill(mapper.data),
      timeoutMs: Number(mapper.timeout) * 1_000,
    }));
}

interface DifyNode {
  readonly data: {
    readonly type: string;
    readonly method: string;
    readonly url: string;
    readonly authorization: { readonly config: { readonly header: string; readonly api_key: string } };
    readonly headers: string;
    readonly body: { readonly data: readonly { readonly value: string }[] };
    readonly timeout: { readonly max_read_timeout: number };
  };
}

function difyRequests(run: Run): SentRequest[] {
  const { workflow } = parse(read('dify-package.yml')) as {
    readonly workflow: { readonly graph: { readonly nodes: readonly DifyNode[] } };
  };
  const values: Readonly<Record<string, unknown>> = {
    '#env.showrunner#': run.server,
    '#env.showrunner_key#': run.key,
    '#start.topic#': run.topic,
    '#start.seconds#': run.seconds,
    '#sys.workflow_run_id#': run.run,
  };
  const fill = (text: string) => filled(text, (name) => values[name]);
  return workflow.graph.nodes
    .filter(({ data }) => data.type === 'http-request')
    .map(({ data }) => ({
      url: fill(data.url),
      method: data.method.toUpperCase(),
      headers: {
        ...Object.fromEntries(
          fill(data.headers)
            .split('\n')
            .map((line) => line.split(':', 2) as [string, string]),
        ),
        [data.authorization.config.header]: fill(data.authorization.config.api_key),
        'Content-Type': 'application/json',
      },
      body: fill(data.body.data.map(({ value }) => value).join('')),
      timeoutMs: data.timeout.max_read_timeout * 1_000,
    }));
}
