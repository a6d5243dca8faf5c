import { describe, expect, it } from 'vitest';
import { chooseModel } from './choose-model.ts';
import type { ModelInfo } from '../../gateway/read-models.ts';

const auto = { strategy: 'auto' } as const;

function model(name: string, served: string, info: ModelInfo['model_info'] = {}): ModelInfo {
  return { model_name: name, litellm_params: { model: served }, model_info: info };
}

describe('choosing the model', () => {
  const models = [
    model('embeddings', 'openai/text-embedding-3-small', { mode: 'embedding' }),
    model('gpt', 'openai/gpt-5-mini'),
    model('default', 'anthropic/claude-sonnet-4-5'),
  ];

  it('takes the request, then the configured one, then the group default, then the first chat model', () => {
    expect(chooseModel(models, { ...auto, requested: 'a', preset: 'b' }).name).toBe('a');
    expect(chooseModel(models, { ...auto, preset: 'b' }).name).toBe('b');
    expect(chooseModel(models, auto).name).toBe('default');
    expect(chooseModel(models.slice(0, 2), auto).name).toBe('gpt');
  });

  it('says what to do when the gateway serves no chat model', () => {
    expect(() => chooseModel(models.slice(0, 1), auto)).toThrow(/MPC_DEFAULT_MODEL/);
  });

  it('asks models of the own machine in stages, unless the gateway or the operator says otherwise', () => {
    const small = model('default', 'local/qwen2.5-coder-1.5b-instruct');
    expect(chooseModel([small], auto).strategy).toBe('staged');
    expect(chooseModel([model('default', 'ollama/llama3.2')], auto).strategy).toBe('staged');
    expect(chooseModel([model('default', 'local/big', { strategy: 'single' })], auto).strategy).toBe('single');
    expect(chooseModel([model('default', 'openai/x', { strategy: 'staged' })], auto).strategy).toBe('staged');
    expect(chooseModel([small], { strategy: 'single' }).strategy).toBe('single');
    expect(chooseModel(models, auto).strategy).toBe('single');
  });

  it('knows how many jobs a model takes at once: one where it is embedded, as many as its deployments are given', () => {
    const limited = (served: string, most?: number): ModelInfo => ({
      model_name: 'default',
      litellm_params: { model: served, max_parallel_requests: most },
    });
    const writer = (...group: ModelInfo[]) => chooseModel(group, { ...auto, requested: 'default' }).writer;
    const embedded = { name: 'local', places: 1 };
    expect(writer(limited('local/qwen2.5-1.5b-instruct'))).toEqual(embedded);
    expect(chooseModel([limited('local/auto')], { ...auto, requested: 'local/smollm2' }).writer).toEqual(embedded);
    expect(writer(limited('openai/gpt-5-mini'))).toBeUndefined();
    expect(writer(limited('ollama/llama3.2', 2), limited('ollama/llama3.2', 3))).toEqual({
      name: 'default',
      places: 5,
    });
    expect(writer(limited('local/qwen', 1), limited('openai/gpt-5-mini'))).toBeUndefined();
  });

  it('reckons with the dearest deployment, and with none where one price is unknown', () => {
    const cheap = model('default', 'openai/a', { input_cost_per_token: 1, output_cost_per_token: 5 });
    const dear = model('default', 'openai/b', { input_cost_per_token: 2, output_cost_per_token: 4 });
    expect(chooseModel([cheap, dear], auto).price).toEqual({ input: 2, output: 5 });
    expect(chooseModel([cheap, model('default', 'openai/c')], auto).price).toBeNull();
  });
});
