import { estimateTokens, type ModelPrice } from '@showrunner/models';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { Operation } from '../exchange/operation.ts';
import type { FormRequest } from '../exchange/asked/uploaded-form.ts';
import type { FormWire } from '../wires/form-wire.ts';
import { attemptForm, type FormKind } from './attempt-form.ts';
import { ownDefaults } from './own-defaults.ts';

/** What differs between kinds of call whose requests are forms. */
export interface FormOperationOptions {
  readonly kind: FormKind;
  readonly callType: string;
  /** Whether answers are cached, where the form is there whole. */
  readonly isCached: boolean;
  /** What a deployment may say in its caller's place. */
  readonly defaults: readonly string[];
  readonly priceOf?: (deployment: Deployment, request: FormRequest) => ModelPrice | undefined;
}

/** A kind of call whose request is a form with files. It can be made again as long as all of the form is at hand. */
export function formOperation(options: FormOperationOptions): Operation<FormRequest, FormWire> {
  const { kind, callType, isCached, defaults, priceOf } = options;
  return {
    callType,
    expectedTokens: () => 0,
    cacheIdentity: ({ form, ...members }) =>
      isCached && form.digest !== undefined ? { ...members, form: form.digest } : undefined,
    withDefaults: ownDefaults(...defaults),
    mayRepeat: ({ form }) => form.isAtHand,
    attempt: attemptForm(kind, priceOf),
    measure({ prompt }, { roughTokens }) {
      const asked = typeof prompt === 'string' ? estimateTokens(prompt.length) : 0;
      return { prompt_tokens: asked, completion_tokens: roughTokens, total_tokens: asked + roughTokens };
    },
  };
}
