import { startScriptedUpstream } from '@showrunner/testkit';
import { MASTER_KEY, startGateway } from '../../apps/gateway/src/testing/start-gateway.ts';
import { behaviourOf } from '../../bench/differential/replies.ts';
import type { TriedServer } from './tried-server.ts';

/** The gateway before a vendor that answers each kind of call as its reference documents, under any name of a model. */
export async function openGateway(): Promise<TriedServer> {
  const vendor = await startScriptedUpstream((request) => behaviourOf('ok', request));
  const everyModel = { model: 'openai/*', api_key: 'sk-upstream', api_base: `${vendor.url}/v1` };
  const gateway = await startGateway({
    model_list: [{ model_name: '*', litellm_params: everyModel }],
    files_settings: [{ custom_llm_provider: 'openai', api_key: 'sk-upstream', api_base: `${vendor.url}/v1` }],
    general_settings: { master_key: MASTER_KEY, store_model_in_db: true },
    litellm_settings: { cache: true, cache_params: { type: 'local' } },
    router_settings: { num_retries: 0, disable_cooldowns: true },
  });
  return {
    url: gateway.url,
    key: MASTER_KEY,
    // No Redis is there that could tell of itself.
    excluded: '^/cache/redis/info$',
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await vendor.close();
    },
  };
}
