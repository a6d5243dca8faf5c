import { openAiCompletion, type Behaviour, type RecordedRequest } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { openScripted, schemaOf, type Answered } from '../../testing/open-scripted.ts';
import { wellBehaved } from '../../testing/start-api.ts';

const title = { op: 'replace', path: '/title', value: 'Nine bars' };

describe('a revision by an instruction', () => {
  test('is a job of its own, keeps what is not touched to the letter, and is revised in its turn', async () => {
    await using api = await openScripted(
      changing([{ part: '/title', text: 'Nine bars of pressure' }], [{ part: '/cta', text: 'Pull one tomorrow.' }]),
    );
    const made = await api.post('/generate/script', { prompt: 'How espresso works', avoid: ['delve'] });
    const revised = await api.post('/generate/script/revise', {
      job_id: made.meta.job_id,
      instruction: 'Another title.',
    });
    expect(revised.data).toMatchObject({
      title: 'Nine bars of pressure',
      revision_of: made.meta.job_id,
      changed: ['/title'],
    });
    expect(JSON.stringify(revised.data.scenes)).toBe(JSON.stringify(made.data.scenes));
    expect(revised.meta).toMatchObject({ recipe: 'script.revise', attempts: 1 });
    expect(api.asked('changes')[0]).toContain('Never use these words');

    const again = await api.post('/generate/script/revise', { script_id: revised.data.id, instruction: 'Again.' });
    expect(again.data.revision_of).toBe(revised.meta.job_id);
    expect(api.asked('changes')[1]).toContain('Never use these words');
    const job = await api.get(`/jobs/${again.meta.job_id}`);
    expect(job.data).toMatchObject({
      revision_of: revised.meta.job_id,
      root: made.meta.job_id,
      recipe: 'script.revise',
    });
  });

  test('keeps the promises of the first request', async () => {
    const delving = [{ part: '/title', text: 'Delve into nine bars' }];
    await using api = await openScripted(
      changing(delving, delving, delving, [...delving, { part: '/logline', text: 'Nine bars of pressure do it.' }]),
    );
    const made = await api.post('/generate/script', { prompt: 'How espresso works', avoid: ['delve'] });
    const revised = await api.post('/generate/script/revise', {
      job_id: made.meta.job_id,
      instruction: 'Another title.',
    });
    expect(revised.error).toMatchObject({
      code: 'GENERATION_FAILED',
      details: { checks: [{ name: 'avoid', path: 'title' }] },
    });
    const other = await api.post('/generate/script/revise', { job_id: made.meta.job_id, instruction: 'Again.' });
    expect(other.data).toMatchObject({ title: made.data.title, changed: ['/logline'] });
    expect(other.meta.checks).toContainEqual(expect.objectContaining({ name: 'avoid', outcome: 'replaced' }));
  });

  test('is one result, whatever number of variants is asked for', async () => {
    await using api = await openScripted(changing([{ part: '/title', text: 'Nine bars of pressure' }]));
    const made = await api.post('/generate/script', { prompt: 'How espresso works' });
    const revised = await api.post('/generate/script/revise', {
      job_id: made.meta.job_id,
      instruction: 'Another title.',
      variants: 3,
    });
    expect(revised.data.variants).toBeUndefined();
    expect(revised.meta).toMatchObject({ attempts: 1, ignored: ['variants'] });
  });

  test('changes thumbnails and metadata in the part that it touches', async () => {
    await using api = await openScripted(
      changing(
        [{ part: '/concepts/1/lighting', text: 'blue evening light' }],
        [{ part: '/platforms/youtube/title', text: 'Espresso under pressure' }],
      ),
    );
    const made = await api.post('/generate/package', { prompt: 'How espresso works', image_models: ['flux'] });
    const jobs = made.data.jobs as Record<string, string>;
    const drawn = await api.post('/generate/thumbnail-prompt/revise', {
      job_id: jobs['thumbnail-prompt'],
      instruction: 'Evening.',
    });
    const [first, second, third] = drawn.data.concepts as { lighting: string; prompts: { prompt: string }[] }[];
    const before = (made.data.thumbnail as { concepts: unknown[] }).concepts;
    expect(drawn.data.changed).toEqual(['/concepts/1/lighting']);
    expect([first, third]).toEqual([before[0], before[2]]);
    expect(second?.prompts[0]?.prompt).toContain('lue evening light');

    const described = await api.post('/generate/metadata/revise', {
      job_id: jobs.metadata,
      instruction: 'Shorter title.',
    });
    const youtube = (made.data.metadata as { platforms: { youtube: object } }).platforms.youtube;
    expect(described.data).toMatchObject({
      changed: ['/platforms/youtube/title'],
      title: 'Espresso under pressure',
      platforms: {
        youtube: {
          ...youtube,
          title: 'Espresso under pressure',
          snippet: expect.objectContaining({ title: 'Espresso under pressure' }),
        },
      },
    });
  });
});

describe('a revision by a patch', () => {
  test('asks no model, costs nothing, and is had while the gateway is away', async () => {
    await using api = await openScripted(wellBehaved);
    const made = await api.post('/generate/script', { prompt: 'How espresso works' });
    const asked = api.upstream.requests.length;
    await api.upstream.close();
    const revised = await api.post('/generate/script/revise', { job_id: made.meta.job_id, patch: [title] });
    expect(revised).toMatchObject({
      status: 200,
      headers: { etag: `"${revised.meta.job_id}"` },
      data: { title: 'Nine bars', changed: ['/title'], revision_of: made.meta.job_id },
      meta: { attempts: 0, cost_usd: 0, model: null, model_requested: null },
    });
    expect(api.upstream.requests).toHaveLength(asked);
    expect(revised.data.scenes).toEqual(made.data.scenes);
  });

  test('edits the texts of metadata where platforms read them', async () => {
    await using api = await openScripted(wellBehaved);
    const made = await api.post('/generate/metadata', {
      title: 'Espresso',
      content: 'Nine bars of pressure.',
      platforms: ['youtube', 'tiktok'],
    });
    const patch = [
      { op: 'replace', path: '/title', value: 'Espresso under pressure' },
      { op: 'add', path: '/platforms/youtube/tags/-', value: 'nine bars' },
      { op: 'remove', path: '/platforms/tiktok/hashtags/0' },
    ];
    const { data } = await api.post('/generate/metadata/revise', { job_id: made.meta.job_id, patch });
    const { youtube, tiktok } = data.platforms as Record<
      string,
      { hashtags: string[]; caption: string; tags: string[] }
    >;
    const stood = (made.data.platforms as Record<string, { hashtags: string[] }>).tiktok;
    expect(youtube).toMatchObject({
      title: 'Espresso under pressure',
      snippet: { title: 'Espresso under pressure', tags: youtube?.tags },
    });
    expect(tiktok?.caption).not.toContain(stood?.hashtags[0]);
    expect(tiktok?.caption).toContain(tiktok?.hashtags.at(-1));
    const more = await api.post('/generate/metadata/revise', {
      job_id: made.meta.job_id,
      patch: [{ op: 'replace', path: '/platforms/youtube/title', value: 'x'.repeat(101) }],
    });
    expect(more).toMatchObject({
      status: 422,
      error: {
        code: 'VALIDATION_ERROR',
        details: { issues: [{ path: 'platforms.youtube.title' }], checks: [{ name: 'youtube_title', value: 101 }] },
      },
    });
  });

  test('edits what a picture shows, and the prompts follow', async () => {
    await using api = await openScripted(wellBehaved);
    const made = await api.post('/generate/thumbnail-prompt', { title: 'Espresso', image_models: ['midjourney'] });
    const revise = (operation: object) =>
      api.post('/generate/thumbnail-prompt/revise', { job_id: made.meta.job_id, patch: [operation] });
    const { data } = await revise({ op: 'replace', path: '/concepts/2/setting', value: 'a quiet kitchen' });
    expect(data.changed).toEqual(['/concepts/2/setting']);
    expect(JSON.stringify((data.concepts as unknown[])[2])).toMatch(/a quiet kitchen.*prompt":"[^"]*quiet kitchen/);
    expect((data.concepts as unknown[]).slice(0, 2)).toEqual((made.data.concepts as unknown[]).slice(0, 2));
    expect(await revise({ op: 'replace', path: '/concepts/0/prompts/0/prompt', value: 'x' })).toMatchObject({
      status: 422,
    });
    expect(await revise({ op: 'add', path: '/concepts/0/palette_hex/-', value: 'reddish' })).toMatchObject({
      status: 422,
    });
  });

  test('that breaks a promise is refused with the finding, and nothing is kept', async () => {
    await using api = await openScripted(wellBehaved);
    const made = await api.post('/generate/script', {
      prompt: 'How espresso works',
      must_include: ['nine bars'],
      avoid: ['delve'],
    });
    const narration = { op: 'replace', path: '/scenes/2/narration', value: 'We delve into **pressure**.' };
    const refused = await api.post('/generate/script/revise', { job_id: made.meta.job_id, patch: [narration] });
    expect(refused.status).toBe(422);
    expect(refused.error?.code).toBe('VALIDATION_ERROR');
    expect(refused.error?.details.checks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'must_include', limit: 'nine bars' }),
        expect.objectContaining({ name: 'avoid', path: expect.stringMatching(/^scenes\[2\]/) }),
      ]),
    );
    expect((await api.get(`/jobs/${made.meta.job_id}`)).headers.etag).toBe(`"${made.meta.job_id}"`);
  });

  test.each([
    [[{ op: 'add', path: '/scenes/0/__proto__', value: { polluted: true } }]],
    [[{ op: 'add', path: '/constructor/prototype/polluted', value: true }]],
    [[{ op: 'copy', from: '/scenes/0/constructor', path: '/title' }]],
    [[{ op: 'replace', path: '/scenes', value: [] }]],
    [JSON.parse('[{"op":"add","path":"/scenes/0/delivery","value":{"__proto__":{"polluted":true}}}]')],
    [[{ op: 'remove', path: '' }]],
    [[]],
    ['replace'],
    [Array.from({ length: 1001 }, () => title)],
    [[{ op: 'replace', path: '/scenes/0/narration', value: 'x'.repeat(70_000) }]],
  ])('is refused with 422: %j', async (patch) => {
    await using api = await openScripted(wellBehaved);
    const made = await api.post('/generate/script', { prompt: 'How espresso works' });
    const refused = await api.post('/generate/script/revise', { job_id: made.meta.job_id, patch });
    expect(refused).toMatchObject({ status: 422, error: { code: 'VALIDATION_ERROR' } });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('a patch that leaves nothing to read of a text that every result has', () => {
  const nothing = ['', '   ', '\u200B\u2060', '\u00A0\n', '\u3164', '\u2800', '—', '\uFEFF'];
  const emptied = (path: string) => nothing.map((value) => ({ op: 'replace', path, value }));

  test.each([
    ['script', ['title', 'hook', 'logline'].map((member) => `/${member}`), ['/scenes/1/narration']],
    [
      'metadata',
      ['/title', '/platforms/youtube/title', '/platforms/tiktok/caption', '/description'],
      ['/platforms/youtube/titles/0/text', '/platforms/youtube/tags/0'],
    ],
    ['thumbnail-prompt', [], ['/concepts/0/subject']],
  ] as const)('is refused with its path, of %s', async (recipe, removable, others) => {
    await using api = await openScripted(wellBehaved);
    const made = await api.post(`/generate/${recipe}`, bodies[recipe]);
    const patches = [
      ...removable.map((path) => ({ op: 'remove', path })),
      ...[...removable, ...others].flatMap(emptied),
      ...(recipe === 'script'
        ? [
            { op: 'remove', path: '/scenes/1/narration' },
            { op: 'add', path: '/scenes/-', value: { narration: ' ' } },
          ]
        : []),
      ...(recipe === 'thumbnail-prompt'
        ? [
            { op: 'remove', path: '/concepts/0/subject' },
            { op: 'add', path: '/concepts/0/avoid/-', value: '\u200B' },
          ]
        : []),
    ];
    for (const patch of patches) {
      const refused = await api.post(`/generate/${recipe}/revise`, { job_id: made.meta.job_id, patch: [patch] });
      const issues = refused.error?.details.issues as readonly { path: string }[] | undefined;
      expect([patch, refused.status, issues?.[0]?.path]).toEqual([patch, 422, expect.stringMatching(/./)]);
    }
  });

  test('may take a call to action, a picture and words on the screen away', async () => {
    await using api = await openScripted(wellBehaved);
    const made = await api.post('/generate/script', bodies.script);
    const patch = ['/cta', '/scenes/0/on_screen_text', '/scenes/0/visual'].map((path) => ({
      op: 'replace',
      path,
      value: '',
    }));
    expect(await api.post('/generate/script/revise', { job_id: made.meta.job_id, patch })).toMatchObject({
      status: 200,
      data: { cta: '' },
    });
  });

  test('edits the title of a platform that has none as the first of those to choose from', async () => {
    await using api = await openScripted(wellBehaved);
    const made = await api.post('/generate/metadata', { ...bodies.metadata, platforms: ['tiktok'] });
    const value = 'Espresso under pressure';
    const { data } = await api.post('/generate/metadata/revise', {
      job_id: made.meta.job_id,
      patch: [{ op: 'replace', path: '/title', value }],
    });
    expect(data).toMatchObject({ title: value, platforms: { tiktok: { titles: [{ text: value }, {}, {}] } } });
  });
});

const bodies = {
  script: { prompt: 'How espresso works' },
  metadata: { title: 'Espresso', content: 'Nine bars of pressure.', platforms: ['youtube', 'tiktok'] },
  'thumbnail-prompt': { title: 'Espresso', image_models: ['midjourney'] },
};

describe('the chain of revisions', () => {
  test('has the newest job as its ETag, and another one in If-Match is 412', async () => {
    await using api = await openScripted(wellBehaved);
    const { first, revise, etagOf } = await chain(api);
    const second = await revise({ patch: [title] }, { 'if-match': `"${first}"` });
    expect(second.status).toBe(200);
    expect(await etagOf(first)).toBe(`"${second.meta.job_id}"`);
    expect(await revise({ patch: [title] }, { 'if-match': `"${first}"` })).toMatchObject({
      status: 412,
      error: { code: 'BAD_REQUEST', details: { reason: 'precondition_failed', newest: second.meta.job_id } },
    });
    expect(await revise({ patch: [title] }, { 'if-match': `W/"${second.meta.job_id}"` })).toMatchObject({
      status: 412,
    });
    expect(await revise({ patch: [title] }, { 'if-match': '*' })).toMatchObject({ status: 200 });
  });

  test('goes on with one of several that follow the same at once', async () => {
    await using api = await openScripted(wellBehaved);
    const { first, revise } = await chain(api);
    const both = await Promise.all(
      ['One', 'Two', 'Three'].map((value) => revise({ patch: [{ ...title, value }] }, { 'if-match': `"${first}"` })),
    );
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 412, 412]);
  });

  test('has a patch take the place of the last revision, and of no other', async () => {
    await using api = await openScripted(wellBehaved);
    const { first, revise, etagOf } = await chain(api);
    const second = await revise({ patch: [title] });
    const third = await revise({
      job_id: second.meta.job_id,
      patch: [{ ...title, value: 'Nine bars, once more' }],
      replaces: second.meta.job_id,
    });
    expect(third.data).toMatchObject({ title: 'Nine bars, once more', revision_of: first });
    expect(await api.get(`/jobs/${second.meta.job_id}`)).toMatchObject({ status: 404 });
    expect(await etagOf(first)).toBe(`"${third.meta.job_id}"`);
    expect(await revise({ patch: [title], replaces: first })).toMatchObject({
      status: 409,
      error: { details: { reason: 'conflict' } },
    });
    expect(await revise({ patch: [title], replaces: 'job_nowhere' })).toMatchObject({ status: 404 });
    expect(await revise({ instruction: 'x', replaces: third.meta.job_id })).toMatchObject({ status: 422 });
  });

  test('begins with what there is: an unknown job is 404, another kind too', async () => {
    await using api = await openScripted(wellBehaved);
    const metadata = await api.post('/generate/metadata', { title: 'Espresso', content: 'Nine bars.' });
    for (const job_id of ['job_nowhere', metadata.meta.job_id])
      expect(await api.post('/generate/script/revise', { job_id, patch: [title] })).toMatchObject({ status: 404 });
    expect(await api.post('/generate/script/revise', { instruction: 'x' })).toMatchObject({ status: 400 });
    expect(await api.post('/generate/package/revise', { job_id: 'x', patch: [title] })).toMatchObject({ status: 404 });
  });
});

type Api = Awaited<ReturnType<typeof openScripted>>;

async function chain(api: Api) {
  const made = await api.post('/generate/script', { prompt: 'How espresso works' });
  const first = made.meta.job_id;
  return {
    first,
    revise: (body: object, headers = {}): Promise<Answered> =>
      api.post('/generate/script/revise', { job_id: first, ...body }, headers),
    etagOf: async (id: string) => (await api.get(`/jobs/${id}`)).headers.etag,
  };
}

/** A model that gives these changes, one list after the other, when it is asked for some. */
function changing(...replies: readonly object[]) {
  let asked = 0;
  return (request: RecordedRequest): Behaviour => {
    if (schemaOf(request) !== 'changes') return wellBehaved(request);
    const changes = replies[Math.min(asked, replies.length - 1)];
    asked += 1;
    return { json: openAiCompletion({ text: JSON.stringify({ changes, removed: [], added: [] }) }) };
  };
}
