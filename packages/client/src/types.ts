import type { SuccessEnvelope } from '@showrunner/errors';
import type { AnswerMeta, Check, RecipeName } from './contract-types.generated.ts';

/** The success envelope. */
export type Answer<Output, Meta = AnswerMeta> = SuccessEnvelope<Output, Meta> & { readonly meta: Meta };

/** In what is told of one of several results: its index in `data.variants`. */
interface OfVariant {
  readonly variant?: number;
}

/** What a streamed answer tells. */
export type GenerationEvent<Output> =
  | {
      readonly event: 'start';
      readonly data: {
        readonly request_id: string;
        readonly recipe: string;
        readonly model_requested: string;
        readonly strategy: 'single' | 'staged';
      };
    }
  | {
      readonly event: 'progress';
      readonly data: OfVariant & { readonly done: number; readonly total: number; readonly label: string };
    }
  | {
      readonly event: 'outline';
      readonly data: OfVariant & {
        readonly title: string;
        readonly beats: readonly { readonly role: string; readonly text: string; readonly seconds: number }[];
      };
    }
  | { readonly event: 'scene'; readonly data: unknown }
  | { readonly event: 'part'; readonly data: { readonly recipe: RecipeName; readonly data: unknown } }
  | { readonly event: 'check'; readonly data: Check & { readonly message: string } }
  | { readonly event: 'result'; readonly data: Answer<Output> };
