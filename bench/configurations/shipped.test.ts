import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadWithDummies } from './load-with-dummies.ts';

const folder = fileURLToPath(new URL('../../ai-infra/litellm/config/', import.meta.url));

test.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('%s serves without a finding', async (name) => {
  const { config, findings } = await loadWithDummies(folder + name);
  expect(config?.deployments.length).toBeGreaterThan(0);
  expect(findings).toEqual([]);
});
