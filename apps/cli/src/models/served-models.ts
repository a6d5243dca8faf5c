import { OperatorError } from '@showrunner/stack';
import { z } from 'zod';
import type { Stack } from '../stack/load-stack.ts';

/** A deployment behind a model name that the gateway serves. */
export interface ServedModel {
  readonly name: string;
  readonly model: string;
  readonly strategy?: string;
}

/** What `/model/info` answers, as far as it is read; LiteLLM's own proxy leaves members out. */
const modelInfo = z.object({
  data: z
    .array(
      z.object({
        model_name: z.string().default(''),
        litellm_params: z.object({ model: z.string().default('') }).default({ model: '' }),
        model_info: z.object({ strategy: z.string().nullish() }).default({}),
      }),
    )
    .default([]),
});

/** What the gateway serves, from its `/model/info`. */
export async function fetchModels(
  { settings, keys }: Pick<Stack, 'settings' | 'keys'>,
  signal: AbortSignal,
): Promise<ServedModel[]> {
  const url = `http://127.0.0.1:${settings.gatewayPort}/model/info`;
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${keys.LITELLM_MASTER_KEY?.reveal() ?? ''}` },
    signal,
  }).catch((error: unknown) => {
    throw new OperatorError(
      { what: 'The gateway does not answer', where: url, fix: 'start the stack: showrunner up' },
      { cause: error },
    );
  });
  if (!response.ok) {
    throw new OperatorError({
      what: `The gateway answered ${response.status}`,
      where: url,
      fix: 'if LITELLM_MASTER_KEY in .env has changed since the start: showrunner restart',
    });
  }
  const answer = modelInfo.safeParse(await response.json().catch(() => undefined));
  if (!answer.success) {
    throw new OperatorError(
      {
        what: 'What answers is not the gateway',
        where: url,
        fix: 'see which program has its port: showrunner validate',
      },
      { cause: answer.error },
    );
  }
  return answer.data.data.map(({ model_name: name, litellm_params: { model }, model_info: { strategy } }) =>
    strategy ? { name, model, strategy } : { name, model },
  );
}
