import { join } from 'node:path';
import type { Job } from '@showrunner/contract';
import { openDatabase, type Migration } from '@showrunner/store';
import { oldDataIn, openOldData, type DatabaseName, type DataPlace, type OldData } from '@showrunner/testkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { migrations } from './jobs/migrations/migrations.ts';
import { startApi, type RunningApi } from './testing/start-api.ts';
import { storyteller } from './testing/stories.ts';

interface Script {
  readonly id: string;
  readonly title: string;
  readonly scenes: readonly { readonly narration: string }[];
  readonly variants?: readonly Script[];
}

type Row = Readonly<Record<string, unknown>>;
type Rows = Readonly<Record<string, readonly Row[]>>;

for (const { name, needs, fixture, database } of await oldDataIn(join(import.meta.dirname, '__fixtures__')))
  describe(`${name} goes on in use`, needs, () => {
    goesOnInUse(fixture, database);
  });

function goesOnInUse(fixture: string, database: DatabaseName): void {
  const open = () => openOldData<Job>(fixture, database, 'mpc-api.sqlite');

  it('comes to the newest schema with every row, and a second start changes nothing', async () => {
    await using data = await open();
    const before = await rowsIn(data, 'a reader', []);
    expect(await rowsIn(data, 'mpc-api', migrations)).toMatchObject(asNow(before));
    const once = await data.dump();
    await rowsIn(data, 'mpc-api', migrations);
    expect(await data.dump()).toBe(once);
  });

  describe('behind the API', () => {
    let data: OldData<Job>;
    let api: RunningApi;

    beforeAll(async () => {
      data = await open();
      api = await startOn(data);
      return async () => {
        await api[Symbol.asyncDispose]();
        await data[Symbol.asyncDispose]();
      };
    });

    it('is listed and read as when it was made', async () => {
      expect(await dataOf(api.get('/jobs?limit=100'))).toMatchObject(asListed(data.answers));
      for (const job of data.answers)
        expect(await dataOf(api.get(`/jobs/${job.id}`))).toMatchObject(without(job, SET_UP));
      const failed = data.answers.filter(({ state }) => state === 'failed');
      expect(await dataOf(api.get('/jobs?state=failed'))).toMatchObject(asListed(failed));
    });

    it('is used by script_id: of a job, of its script, of each variant', async () => {
      const scripts = data.answers.filter((job) => isScript(job) && job.state === 'succeeded');
      const named = scripts.flatMap(({ id, result }) => namesOf(id, result as Script));
      expect(named.length).toBeGreaterThan(scripts.length * 2);
      for (const [script_id, { scenes }] of named) {
        for (const kind of ['metadata', 'thumbnail-prompt']) {
          const asked = api.provider.requests.length;
          const response = await api.post(`/generate/${kind}`, { script_id, cache: false, store: false });
          expect([response.status, kind, script_id]).toEqual([200, kind, script_id]);
          const question = JSON.stringify(api.provider.requests[asked]?.body);
          for (const { narration } of scenes) expect(question).toContain(narration);
        }
      }
    });

    it('is no script where it failed or is of another kind', async () => {
      const others = data.answers.filter((job) => !isScript(job) || job.state === 'failed');
      const answers = await Promise.all(others.map(({ id }) => api.post('/generate/metadata', { script_id: id })));
      expect(answers.map(({ status }) => status)).toEqual(others.map(() => 404));
    });

    it('is revised, each chain from its newest', async () => {
      for (const { id, root } of data.answers.filter((job) => isScript(job) && job.state === 'succeeded')) {
        const { headers } = await api.get(`/jobs/${id}`);
        const chain = data.answers.filter((job) => (job.root ?? job.id) === (root ?? id)).map((job) => `"${job.id}"`);
        expect(chain).toContain(headers.get('etag'));
        const patch = [{ op: 'replace', path: '/logline', value: 'Told once more.' }];
        const body = { job_id: id, patch, store: false };
        const revised = await api.post('/generate/script/revise', body, { 'if-match': headers.get('etag') ?? '' });
        expect([revised.status, await dataOf(Promise.resolve(revised))]).toMatchObject([200, { revision_of: id }]);
      }
    });

    it('is listed after what is made now', async () => {
      expect((await api.post('/generate/script', { prompt: 'How espresso works' })).status).toBe(200);
      expect(await dataOf(api.get('/jobs?limit=100'))).toMatchObject([
        { state: 'succeeded' },
        ...asListed(data.answers),
      ]);
    });
  });
}

/** An API that sweeps nothing away, however old it is. */
function startOn({ folder, url }: DataPlace): Promise<RunningApi> {
  return startApi(storyteller, {
    env: { DATA_DIR: folder, JOB_RETENTION_DAYS: '3650', ...(url !== undefined && { DATABASE_URL: url }) },
  });
}

async function rowsIn({ url, file }: DataPlace, owner: string, steps: readonly Migration[]): Promise<Rows> {
  const database = await openDatabase<Record<'jobs' | 'job_results', { id: string }>>({ url, file, owner }, steps);
  const rows = {
    jobs: await database.query.selectFrom('jobs').selectAll().orderBy('id').execute(),
    job_results: await database.query.selectFrom('job_results').selectAll().orderBy('id').execute(),
  };
  await database.dispose();
  return rows;
}

/** Rows as the newest schema has them: a tenant is a workspace, and columns that nothing had written are gone. */
function asNow(rows: Rows): Rows {
  const now = ({ tenant, workspace = tenant, ...row }: Row): Row => ({
    ...Object.fromEntries(Object.entries(row).filter(([column]) => !DROPPED.has(column))),
    workspace,
  });
  return Object.fromEntries(Object.entries(rows).map(([table, kept]) => [table, kept.map(now)]));
}

/** Lists leave out what can be long. */
function asListed(jobs: readonly Job[]): object[] {
  return jobs.map((job) => without(job, LONG));
}

const LONG: ReadonlySet<string> = new Set(['input', 'result', 'partial', 'expires_at']);
/** How long a job is kept is said by how the server is set up now. */
const SET_UP: ReadonlySet<string> = new Set(['expires_at']);

function without(job: Job, names: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(job).filter(([name]) => !names.has(name)));
}

const DROPPED = new Set(['idempotency_key', 'idempotency_hash', 'lease_owner', 'heartbeat_at', 'cancel_requested_at']);

/** A revised script is one too. */
function isScript({ recipe }: Job): boolean {
  return recipe === 'script' || recipe === 'script.revise';
}

/** Every id by which a script can be named, with what it then stands for. */
function namesOf(jobId: string, result: Script): (readonly [id: string, Script])[] {
  const scripts = result.variants ?? [result];
  return [[jobId, scripts[0] ?? result], ...scripts.map((script) => [script.id, script] as const)];
}

async function dataOf(response: Promise<Response>): Promise<unknown> {
  return ((await (await response).json()) as { data: unknown }).data;
}
