import { expect, test } from 'vitest';
import { readConfig } from '../../load-config.ts';

test.each([
  ['promethus', '"promethus" is no callback that is known', 'write "prometheus" if that was meant'],
  ['langfuze', '"langfuze" is no callback that is known', 'write "langfuse" if that was meant'],
  ['custom_callbacks.handler', '"custom_callbacks.handler" is code of your own', 'read the metrics'],
  ['lunary', '"lunary" is told nothing', 'read the metrics'],
])('of the callback %s it is said why it is told nothing, and what to do', async (name, message, fix) => {
  const settings = {
    model_list: [{ model_name: 'm', litellm_params: { model: 'openai/gpt-5.4', api_key: 'sk-x' } }],
    litellm_settings: { success_callback: [name] },
  };
  const { findings } = await readConfig({ from: { settings }, environment: {}, lookUpModel: () => undefined });
  const finding = findings.find(({ path }) => path === 'litellm_settings.success_callback');
  expect(finding?.message).toContain(message);
  expect(finding?.fix).toContain(fix);
});
