import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPostgres, temporaryFolder } from '@showrunner/testkit';
import { KEY, startApi } from '../src/testing/start-api.ts';

// n8n itself imports the flow of the guide and runs it, before a model that answers well: `npm run -s try:n8n -- COMMAND`.
// The command is where n8n is installed, with `npm install --ignore-scripts n8n` for one; its state lies in a Postgres of
// its own. Each run is to be one package.

const [command = 'n8n'] = process.argv.slice(2);
const FLOW = join(import.meta.dirname, '../../../docs/guides/automation/n8n-package.json');
const RUNS = 2;

interface Flow {
  readonly nodes: readonly { readonly type: string }[];
}

await using folder = await temporaryFolder();
await using postgres = await startPostgres();
await using api = await startApi();
const { hostname, port, username, pathname } = new URL(postgres.url);
const env = {
  ...process.env,
  N8N_USER_FOLDER: folder.path,
  N8N_DIAGNOSTICS_ENABLED: 'false',
  N8N_ENCRYPTION_KEY: 'of-this-run-alone',
  DB_TYPE: 'postgresdb',
  DB_POSTGRESDB_HOST: hostname,
  DB_POSTGRESDB_PORT: port,
  DB_POSTGRESDB_USER: username,
  DB_POSTGRESDB_PASSWORD: 'none',
  DB_POSTGRESDB_DATABASE: pathname.slice(1),
};

await n8n('import:credentials', `--input=${await written('credential.json', [credential()])}`);
await n8n('import:workflow', `--input=${await written('flow.json', await flow())}`);
for (let run = 0; run < RUNS; run += 1) await n8n('execute', '--id=showrunner');
const { data } = (await (await api.get('/jobs?recipe=package')).json()) as { data: { state: string }[] };
process.stdout.write(`${JSON.stringify({ runs: RUNS, packages: data.map(({ state }) => state) })}\n`);
process.exitCode = data.length === RUNS && data.every(({ state }) => state === 'succeeded') ? 0 : 1;

function credential(): object {
  return { id: 'key', name: 'Showrunner', type: 'httpHeaderAuth', data: { name: 'X-API-Key', value: KEY } };
}

/** The flow as it is offered, with what its guide has one fill in: the address and the credential. */
async function flow(): Promise<object> {
  const text = await readFile(FLOW, 'utf8');
  const { nodes, ...rest } = JSON.parse(text.replaceAll('http://localhost:3000', api.url)) as Flow;
  const credentials = { httpHeaderAuth: { id: 'key', name: 'Showrunner' } };
  const asks = (node: Flow['nodes'][number]) => node.type === 'n8n-nodes-base.httpRequest';
  return { ...rest, id: 'showrunner', nodes: nodes.map((node) => (asks(node) ? { ...node, credentials } : node)) };
}

async function written(name: string, content: object): Promise<string> {
  const file = join(folder.path, name);
  await writeFile(file, JSON.stringify(content));
  return file;
}

async function n8n(...args: string[]): Promise<void> {
  await promisify(execFile)(command, args, { env, maxBuffer: 2 ** 28 });
}
