import { openAiCompletion, startScriptedUpstream, waitUntil, type ScriptedUpstream } from '@showrunner/testkit';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { manager } from '../../testing/manage.ts';
import { onBothDatabases } from '../../testing/on-both-databases.ts';
import { ask, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Ten tokens and ten, 0.02 $. */
const USAGE = { promptTokens: 10, completionTokens: 10 };
const PRICE = { input_cost_per_token: 0.001, output_cost_per_token: 0.001 };

onBothDatabases((environment) => {
  let upstream: ScriptedUpstream;
  let gateway: StartedGateway;
  beforeAll(async () => {
    upstream = await startScriptedUpstream(() => ({ json: openAiCompletion({ usage: USAGE }) }));
    gateway = await startGateway(
      {
        model_list: [openAiModel('gpt', upstream.url, PRICE)],
        general_settings: { master_key: MASTER_KEY, store_model_in_db: true },
      },
      await environment(),
    );
  });
  afterAll(async () => {
    await gateway.stop();
    await upstream[Symbol.asyncDispose]();
  });

  const { done, get, key } = manager(() => gateway);

  async function send(method: string, path: string, body?: object) {
    const response = await fetch(gateway.url + path, {
      method,
      headers: { authorization: `Bearer ${MASTER_KEY}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
  const call = async (as: string, model: string) => {
    const response = await gateway.post(ask(model, { max_tokens: 10 }), { authorization: `Bearer ${as}` });
    return [response.status, await response.text()] as const;
  };
  const statusOf = async (as: string, model: string) => (await call(as, model))[0];

  /** A stored model that names a group of its own, with the path of the group's budget. */
  async function group(name: string): Promise<string> {
    const params = { ...PRICE, model: 'openai/gpt-5.4', api_key: 'k', api_base: `${upstream.url}/v1` };
    await done('/model/new', {
      model_name: `of ${name}`,
      litellm_params: params,
      model_info: { access_groups: [name] },
    });
    return `/access_group/${name}/budget`;
  }

  test('what several keys spend by an access group counts together, and who does not come by it spends nothing of it', async () => {
    const path = await group('shared');
    expect((await send('PUT', path, { max_budget: 0.05 })).body).toMatchObject({
      access_group: 'shared',
      spend: 0,
      budget: { max_budget: 0.05, budget_reset_at: null },
    });
    const { team_id: team } = await done('/team/new', { models: ['shared'] });
    const [first, ofTeam, byName, ofAll] = [
      await key({ models: ['shared', 'gpt'] }),
      await key({ team_id: team }),
      await key({ models: ['of shared'] }),
      await key({}),
    ];
    expect([await statusOf(byName, 'of shared'), await statusOf(ofAll, 'of shared')]).toEqual([200, 200]);
    expect([await statusOf(first, 'of shared'), await statusOf(ofTeam, 'of shared')]).toEqual([200, 200]);
    // A third would be the sixth cent: one call alone is admitted while anything is left.
    expect(await statusOf(first, 'of shared')).toBe(200);
    const [status, text] = await call(ofTeam, 'of shared');
    expect([status, text]).toEqual([429, expect.stringContaining('Model access group=shared')]);
    expect([
      await statusOf(first, 'gpt'),
      await statusOf(byName, 'of shared'),
      await statusOf(ofAll, 'of shared'),
    ]).toEqual([200, 200, 200]);
    const spent = async () => Math.round(Number((await get(path)).body.spend) * 1_000) / 1_000;
    await waitUntil(async () => (await spent()) === 0.06, { what: 'the spend of three calls', deadlineMs: 60_000 });
    expect((await get('/access_group/shared/info')).body).toMatchObject({ budget: { max_budget: 0.05 } });
    // No new amount washes away what was spent.
    await send('PUT', path, { max_budget: 0.06 });
    expect([await spent(), await statusOf(first, 'of shared')]).toEqual([0.06, 429]);
    expect((await send('DELETE', path)).body).toMatchObject({ budget_deleted: true });
    expect([await statusOf(first, 'of shared'), (await send('DELETE', path)).body.budget_deleted]).toEqual([
      200,
      false,
    ]);
  });

  test('a budget that others share holds a group as well, and cannot be deleted from under it', async () => {
    const path = await group('bound');
    const { budget_id: id } = await done('/budget/new', { max_budget: 0 });
    expect((await send('PUT', path, { budget_id: id })).body).toMatchObject({
      budget: { budget_id: id, max_budget: 0 },
    });
    const own = await key({ models: ['bound'] });
    expect(await statusOf(own, 'of bound')).toBe(429);
    expect((await send('POST', '/budget/delete', { id })).status).toBe(400);
    await send('DELETE', '/access_group/bound/delete');
    expect((await send('POST', '/budget/delete', { id })).status).toBe(200);
  });

  test.each([
    [{}, 400, 'max_budget'],
    [{ max_budget: -1 }, 400, 'max_budget'],
    [{ budget_duration: 'soon' }, 400, 'budget_duration'],
    [{ budget_id: 'nobody' }, 400, 'budget_id'],
    [{ max_budget: 1, soft_budget: 2 }, 400, 'soft_budget'],
    [{ rpm_limit: 1 }, 400, 'rpm_limit'],
  ])('%j is refused with %s for %s', async (body, status, param) => {
    await send('DELETE', '/access_group/checked/delete');
    const path = await group('checked');
    expect(await send('PUT', path, body)).toMatchObject({ status, body: { error: { param } } });
    expect((await get(path)).body).toMatchObject({ spend: 0, budget: null });
  });

  test('a group that no stored model names has none', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const answer = await send(
        method,
        '/access_group/nobody/budget',
        method === 'PUT' ? { max_budget: 1 } : undefined,
      );
      expect(answer).toMatchObject({ status: 404, body: { error: { param: 'access_group' } } });
    }
  });
});
