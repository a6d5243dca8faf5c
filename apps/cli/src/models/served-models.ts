import { OperatorError } from '@showrunner/stack';
import type { Stack } from '../stack/load-stack.ts';

/** A deployment behind a model name that the gateway serves. */
export interface ServedModel {
  readonly name: string;
  readonly model: string;
  readonly strategy?: string;
}

interface ModelInfoAnswer {
  readonly data?: readonly {
    readonly model_name?: string;
    readonly litellm_params?: { readonly model?: string };
    readonly model_info?: { readonly strategy?: string };
  }[];
}

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
  const { data = [] } = (await response.json()) as ModelInfoAnswer;
  return data.map(({ model_name = '', litellm_params, model_info }) => ({
    name: model_name,
    model: litellm_params?.model ?? '',
    ...(model_info?.strategy === undefined ? {} : { strategy: model_info.strategy }),
  }));
}
