import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { KEY, startApi } from '../src/testing/start-api.ts';

// Dify's own engine loads the workflow of the guide and runs it, before a model that answers well:
// `npm run -s try:dify -- PYTHON`, a Python of 3.12 or newer with `pip install graphon`. Each run is to be one package,
// whatever stands in its topic.

const [python = 'python3'] = process.argv.slice(2);
const FLOW = join(import.meta.dirname, '../../../docs/guides/automation/dify-package.yml');
const PROGRAM = join(import.meta.dirname, 'run-dify.py');
const TOPICS = [
  'How espresso works',
  'What "espresso" means',
  'Espresso\nand a second line',
  'C:\\espresso',
  'Espresso ☕, {{1}}',
  'How espresso works',
];

interface Ran {
  readonly loadable: boolean;
  readonly ended: string;
  readonly outputs: { readonly package?: string };
  readonly error: string;
}

await using api = await startApi();
const environment = { showrunner: api.url, showrunner_key: KEY };
let isRight = true;
for (const topic of TOPICS) {
  const { loadable, ended, outputs, error } = await dify(topic);
  const answer = JSON.parse(outputs.package ?? '{}') as { readonly success?: boolean; readonly error?: unknown };
  isRight &&= loadable && ended === 'GraphRunSucceededEvent' && answer.success === true;
  process.stdout.write(
    `${JSON.stringify({ topic, loadable, ended, success: answer.success, error: answer.error ?? error })}\n`,
  );
}
const { data } = (await (await api.get('/jobs?recipe=package')).json()) as {
  data: { id: string; state: string }[];
};
const prompts = await Promise.all(data.map(({ id }) => promptOf(id)));
process.stdout.write(`${JSON.stringify({ runs: TOPICS.length, packages: data.length, prompts })}\n`);
const isWhole = TOPICS.every((topic) => prompts.includes(topic)) && data.length === TOPICS.length;
process.exitCode = isRight && isWhole ? 0 : 1;

async function dify(topic: string): Promise<Ran> {
  const child = spawn(python, [PROGRAM, FLOW], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify({ environment, inputs: { topic, seconds: 45 }, run: randomUUID() }));
  const lines = (await text(child.stdout)).trim().split('\n');
  return JSON.parse(lines.at(-1) ?? '') as Ran;
}

async function promptOf(id: string): Promise<string> {
  const { data: job } = (await (await api.get(`/jobs/${id}`)).json()) as { data: { input: { prompt: string } } };
  return job.input.prompt;
}
