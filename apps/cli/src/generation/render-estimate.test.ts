import type { Answer, Estimate, EstimateMeta } from '@showrunner/client';
import { expect, it } from 'vitest';
import { renderEstimate } from './render-estimate.ts';

function estimate(data: Partial<Estimate>): Answer<Estimate, EstimateMeta> {
  return {
    success: true,
    message: 'Script estimated.',
    data: { asks: 1, tokens: { input: 900, output: 700 }, cost_usd: 0.0023, seconds: 12.4, ...data },
    meta: {
      request_id: 'req_1',
      client_ref: null,
      model_requested: 'default',
      strategy: 'single',
      recipe: 'script',
      recipe_version: '2',
      prompt_version: '1',
      ignored: [],
    },
    timestamp: '2026-11-29T00:00:00.000Z',
  };
}

it('says in a line what would be asked, and what of it is not known', () => {
  expect(renderEstimate(estimate({}))).toBe(
    '1 question to default, about 900 tokens read and 700 written, $0.0023, 12 s',
  );
  expect(renderEstimate(estimate({ asks: 4, cost_usd: null, seconds: null }))).toBe(
    '4 questions to default, about 900 tokens read and 700 written, its price is not known, how long is not known before its first answer',
  );
  expect(renderEstimate(estimate({ asks: 0, cost_usd: 0 }))).toBe('Nothing is asked of a model: no cost.');
});
