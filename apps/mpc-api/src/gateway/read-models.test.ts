import { describe, expect, it } from 'vitest';
import { readModelInfo, readModelNames } from './read-models.ts';

describe('a list of models', () => {
  it('is read without what has no name and without members of another type', () => {
    const data = [
      { model_name: 'a', litellm_params: { model: 'openai/a' }, model_info: { mode: 'chat', input_cost_per_token: 1 } },
      { model_name: 'b', litellm_params: [], model_info: { mode: null, max_output_tokens: '4096' } },
      { model_info: {} },
      null,
    ];
    expect(readModelInfo(JSON.stringify({ data }))).toMatchObject([
      { model_name: 'a', litellm_params: { model: 'openai/a' }, model_info: { mode: 'chat', input_cost_per_token: 1 } },
      { model_name: 'b', model_info: { mode: undefined, max_output_tokens: undefined } },
    ]);
  });

  it('may be names alone', () => {
    const models = readModelNames(JSON.stringify({ data: [{ id: 'a' }, { id: 7 }] }));
    expect(models).toEqual([{ model_name: 'a', litellm_params: { model: 'a' } }]);
  });

  it.each(['<html>', '[]', '{"data":{}}'])('is refused where it is none: %s', (body) => {
    expect(() => readModelInfo(body)).toThrow('could not be read (no model list)');
  });
});
