import { errorBody } from '../../failure/gateway-error.ts';
import type { FormWire } from '../form-wire.ts';
import { errorEvent } from '../openai/error-event.ts';
import { FormRules } from '../openai/form-rules.ts';
import { isText } from '../openai/member-checks.ts';
import { mockImages, passImages, passImageStream } from '../openai-images/images-answer.ts';

/** OpenAI's changes of pictures (its API reference, "Create image edit", 2026-11), with errors in LiteLLM's shape. */
export const openAiEdits: FormWire = imagesByForm(
  'openai-edits',
  new FormRules({ prompt: isText }, { fields: ['prompt'] }),
);

/** OpenAI's variations of a picture (its API reference, "Create image variation", 2026-11). */
export const openAiVariations: FormWire = imagesByForm('openai-variations', new FormRules({}));

function imagesByForm(name: string, rules: FormRules): FormWire {
  return {
    name,
    read: (body) => rules.read(body),
    isSent: (field) => rules.isSent(field),
    pass: passImages,
    passStream: passImageStream,
    mock: mockImages,
    streamEnd: '',
    errorBody,
    errorEvent,
  };
}
