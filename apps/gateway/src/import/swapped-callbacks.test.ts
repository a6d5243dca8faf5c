import { openAiCompletion, requireTool, startScriptedUpstream } from '@showrunner/testkit';
import { expect, test, vi } from 'vitest';
import { encryptedByLiteLlm, literal, LITELLM_SALT, runSql, usedLiteLlmDatabase } from '../testing/litellm-database.ts';
import { manager } from '../testing/manage.ts';
import { ask, MASTER_KEY, openAiModel, startGateway } from '../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 180_000 });
const wait = { timeout: 60_000 };

test(
  'after a swap a team’s calls are told where they were told before, and a week’s habits go on',
  requireTool('postgres'),
  async () => {
    await using upstream = await startScriptedUpstream(() => ({ json: openAiCompletion() }));
    await using sink = await startScriptedUpstream(() => ({ json: {} }));
    const url = await usedLiteLlmDatabase(upstream.url);
    const secret = 'sk-lf-of-the-blue-team';
    const logging = [
      {
        callback_name: 'langfuse',
        callback_type: 'success',
        callback_vars: {
          langfuse_public_key: `litellm_enc::${encryptedByLiteLlm('pk-blue')}`,
          langfuse_secret_key: `litellm_enc::${encryptedByLiteLlm(secret)}`,
          langfuse_host: sink.url,
        },
      },
    ];
    const unread = {
      ...logging[0],
      callback_vars: { langfuse_secret_key: `litellm_enc::${encryptedByLiteLlm('x', 'sk-else')}` },
    };
    await runSql(
      url,
      `UPDATE "LiteLLM_TeamTable" SET metadata = ${literal({ logging })} WHERE team_id = 'blue'`,
      `UPDATE "LiteLLM_VerificationToken" SET metadata = ${literal({ logging: [unread] })} WHERE key_alias = 'alt 1'`,
    );
    await using gateway = await startGateway(
      {
        model_list: [openAiModel('gpt', upstream.url, { input_cost_per_token: 0.001, output_cost_per_token: 0.001 })],
        general_settings: { master_key: MASTER_KEY, database_url: url, store_model_in_db: true },
      },
      { LITELLM_SALT_KEY: LITELLM_SALT },
    );
    const { call, done, get, key, post } = manager(() => gateway);
    expect(await call('sk-of-the-team')).toMatchObject({ status: 200 });
    await expect.poll(() => sink.requests.length, wait).toBe(1);
    expect(sink.requests[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from(`pk-blue:${secret}`).toString('base64')}`,
    );
    expect(JSON.stringify(await get('/team/blue/callback'))).not.toContain(secret);
    expect(gateway.logs.join('\n')).toMatch(/alt 1.*langfuse_secret_key is encrypted/);
    const kept = await runSql(url, `SELECT settings FROM showrunner_gateway.entities WHERE kind = 'team'`);
    expect(JSON.stringify(kept)).not.toContain(secret);
    // A week of an operator's: a key, a team, a budget, a block, what was spent, a model, another secret.
    const made = await key({ key_alias: 'monday', max_budget: 1, models: ['gpt'] });
    expect(await call(made)).toMatchObject({ status: 200 });
    const { team_id: team } = await done('/team/new', { team_alias: 'tuesday', max_budget: 5 });
    const ofTeam = await key({ team_id: team });
    await done('/budget/new', { budget_id: 'wednesday', max_budget: 0 });
    expect(await call(await key({ budget_id: 'wednesday' }))).toMatchObject({ status: 429 });
    await done('/key/block', { key: ofTeam });
    expect(await call(ofTeam)).toMatchObject({ status: 401 });
    await expect.poll(async () => (await get(`/spend/logs?api_key=${made}`)).body, wait).toHaveLength(1);
    await done('/model/new', {
      model_name: 'friday',
      litellm_params: { model: 'openai/gpt-5.4', api_key: 'k', api_base: `${upstream.url}/v1` },
    });
    expect(await call(await key(), 'friday')).toMatchObject({ status: 200 });
    const { key: renewed } = await done(`/key/${made}/regenerate`, {});
    expect(await call(String(renewed))).toMatchObject({ status: 200 });
    expect(await call(made)).toMatchObject({ status: 401 });
    expect(await call('sk-old-7')).toMatchObject({ status: 200 });
    expect(await call('sk-spent-up')).toMatchObject({ status: 429 });
    expect((await post('/v1/chat/completions', ask('gpt'), 'sk-expired')).status).toBe(401);
  },
);
