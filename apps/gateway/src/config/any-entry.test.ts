import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readConfig } from './load-config.ts';
import { boundingSettings, litellmSettings } from './sections/litellm-settings.ts';
import { actedOnParams } from './sections/model-list/litellm-params.ts';
import { routerSettings } from './sections/router-settings.ts';

const good = (name: string): object => ({
  model_name: name,
  litellm_params: { model: 'openai/x', api_key: 'sk-x' },
});

const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom('os.environ/UNSET', 'os.environ/SET', '${UNSET}', 'one', 'gone', '*', -1, Infinity, '__proto__'),
);
const mapping = (keys: readonly string[]): fc.Arbitrary<object> =>
  fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), value, { maxKeys: 6 });
const entry = fc.oneof(
  value,
  mapping(['model_name', 'litellm_params', 'model_info', 'rpm', 'tpm', 'weight']),
  fc.record({
    model_name: fc.oneof(fc.constantFrom('one', 'bad', 'bad-*', '*'), value),
    litellm_params: fc
      .tuple(mapping(actedOnParams), fc.constantFrom('openai/x', 'azure/x', 'nlp_cloud/x', 'local/auto', 'x'))
      .map(([params, model]) => ({ model, ...params })),
    model_info: fc.oneof(value, mapping(['id', 'base_model', 'mode', 'input_cost_per_token', 'max_tokens'])),
  }),
);
const credential = fc.oneof(value, mapping(['credential_name', 'credential_values']));

const stopsAll = new Set(['master_key', ...boundingSettings]);

test('whatever stands in one entry or one setting, the models beside it serve', async () => {
  const settings = fc.record({
    entry,
    credential,
    router: fc.oneof(value, mapping(routerSettings.keys.actedOn)),
    // A wrong master key, or a wrong bound, stops everything, as it should.
    litellm: mapping(litellmSettings.keys.actedOn.filter((key) => !stopsAll.has(key))).filter(
      (section) => !Object.keys(section).some((key) => stopsAll.has(key)),
    ),
  });
  await fc.assert(
    fc.asyncProperty(settings, async ({ entry: other, credential: brought, router, litellm }) => {
      const { config, findings } = await readConfig({
        from: {
          settings: {
            model_list: [good('one'), other, good('two')],
            credential_list: [brought],
            router_settings: router,
            litellm_settings: litellm,
          },
        },
        environment: { SET: 'set' },
        lookUpModel: () => undefined,
      });
      const groups = config?.deployments.map(({ group }) => group);
      expect(groups?.[0]).toBe('one');
      expect(groups?.at(-1)).toBe('two');
      for (const { level, fix, message } of findings) {
        expect(['error', 'warning', 'hint']).toContain(level);
        expect(fix).not.toBe('');
        expect(message).not.toBe('');
      }
    }),
    { numRuns: 2000 },
  );
});
