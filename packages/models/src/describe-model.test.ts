import { describe, expect, it } from 'vitest';
import { describeModel } from './describe-model.ts';
import { priceOf } from './price.ts';

const table = { mode: 'chat', input_cost_per_token: 1, output_cost_per_token: 2, max_output_tokens: 100 };

describe('what is known of a model', () => {
  it('tells what it lacks that others of its vendor have', () => {
    const lacks = (info: object) => describeModel({ info: { ...info } }).facts?.lacks;
    expect(lacks({ supported_openai_params: ['seed', 'reasoning_effort', 'verbosity'] })).toBeUndefined();
    expect(lacks({ supported_openai_params: ['seed'] })).toEqual(['reasoning_effort', 'verbosity']);
    expect(lacks({ supported_openai_params: ['seed'], supports_reasoning: true })).toEqual(['verbosity']);
    expect(lacks({ mode: 'embedding', supported_openai_params: ['user'] })).toEqual(['dimensions']);
    expect(lacks({ max_tokens: 5 })).toBeUndefined();
  });

  it('is put together member by member: table, model_info, prices of litellm_params', () => {
    const { info, price, facts } = describeModel({
      table,
      info: { input_cost_per_token: 10, max_output_tokens: '50', team: 'a' },
      params: { input_cost_per_token: '100', cache_read_input_token_cost: 7, temperature: 1, model: 'openai/x' },
    });
    expect(info).toEqual({
      mode: 'chat',
      input_cost_per_token: '100',
      output_cost_per_token: 2,
      cache_read_input_token_cost: 7,
      max_output_tokens: '50',
      team: 'a',
    });
    expect(priceOf(price, { inputTokens: 1, cachedInputTokens: 1, outputTokens: 1 })).toBe(109);
    expect(facts).toEqual({ maxOutputTokens: 50 });
  });

  it('is the same when it is put over the table again, as for the models that a pattern stands for', () => {
    const pattern = describeModel({ info: { input_cost_per_token: 10 }, params: { output_cost_per_token: 20 } });
    const { price } = describeModel({ table, info: pattern.info });
    expect(priceOf(price, { inputTokens: 1, outputTokens: 1 })).toBe(30);
  });

  it('keeps what the table says where a member is null', () => {
    expect(describeModel({ table, info: { input_cost_per_token: null } }).info).toEqual(table);
  });

  it('is nothing where nobody says anything, and has no facts where prices alone are known', () => {
    expect(describeModel({})).toEqual({ facts: undefined, price: undefined, info: {} });
    expect(describeModel({ info: { input_cost_per_token: 1 } }).facts).toBeUndefined();
  });
});
