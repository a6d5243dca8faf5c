import { openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { expect, test, vi } from 'vitest';
import { manager } from '../testing/manage.ts';
import { onBothDatabases } from '../testing/on-both-databases.ts';
import { openAiModel, startGateway } from '../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000 });

const price = { input_cost_per_token: 0.001, output_cost_per_token: 0.001 };

/** A model with an alias, an id and its vendor's name, all models of a vendor, and a model of one team. */
async function gatewayAt(env: Record<string, string>) {
  const upstream = await startScriptedUpstream(() => ({ json: openAiCompletion() }));
  const gateway = await startGateway(
    {
      model_list: [
        {
          ...openAiModel('gpt', upstream.url, { model: 'openai/gpt-small', ...price }),
          model_info: { id: 'the-first' },
        },
        openAiModel('others/*', upstream.url, { model: 'openai/*', ...price }),
        {
          ...openAiModel('ours', upstream.url, price),
          model_info: { team_id: 'blue', team_public_model_name: 'ours' },
        },
      ],
      router_settings: { model_group_alias: { nick: 'gpt' } },
    },
    env,
  );
  return {
    ...manager(() => gateway),
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await upstream.close();
    },
  };
}

onBothDatabases((env) => {
  test('what is set for one model of keys, teams and customers holds under each name that leads to it', async () => {
    await using gateway = await gatewayAt(await env());
    const { key, done, call } = gateway;
    const names = ['nick', 'the-first', 'openai/gpt-small', 'gpt'];
    for (const name of names) {
      const limited = await key({ model_rpm_limit: { gpt: 1 } });
      expect((await call(limited, name)).status).toBe(200);
      for (const other of names) expect([other, (await call(limited, other)).status]).toEqual([other, 429]);
      const poor = await key({ model_max_budget: { gpt: 0 } });
      expect([name, (await call(poor, name)).status]).toEqual([name, 429]);
      const { team_id } = await done('/team/new', { model_max_budget: { gpt: 0 } });
      expect([name, (await call(await key({ team_id }), name)).status]).toEqual([name, 429]);
      await done('/customer/new', { user_id: `shop-${name}`, model_max_budget: { gpt: 0 } });
      expect([name, (await call(await key(), name, { user: `shop-${name}` })).status]).toEqual([name, 429]);
    }
    const ofNick = await key({ model_max_budget: { nick: 0 } });
    expect([(await call(ofNick, 'nick')).status, (await call(ofNick, 'gpt')).status]).toEqual([429, 200]);
    const ofAll = await key({ model_max_budget: { 'others/*': 0 } });
    expect([(await call(ofAll, 'others/gpt-any')).status, (await call(ofAll, 'gpt')).status]).toEqual([429, 200]);
    const ofOne = await key({ model_max_budget: { 'others/gpt-one': 0 } });
    expect([(await call(ofOne, 'others/gpt-one')).status, (await call(ofOne, 'others/gpt-two')).status]).toEqual([
      429, 200,
    ]);
  });

  test('what is set for a model of one team holds under its public name', async () => {
    await using gateway = await gatewayAt(await env());
    const { key, done, call } = gateway;
    const { team_id } = await done('/team/new', { team_id: 'blue' });
    expect((await call(await key({ team_id }), 'ours')).status).toBe(200);
    expect((await call(await key({ team_id, model_max_budget: { ours: 0 } }), 'ours')).status).toBe(429);
    const limited = await key({ team_id, model_rpm_limit: { ours: 1 } });
    expect([(await call(limited, 'ours')).status, (await call(limited, 'ours')).status]).toEqual([200, 429]);
  });
});
