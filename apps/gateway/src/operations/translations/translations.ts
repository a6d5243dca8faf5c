import { formOperation } from '../form-operation.ts';

/** English text of speech, whichever wire asks for it. LiteLLM has no name of its own for it. */
export const translations = formOperation({
  kind: 'translations',
  callType: 'atranscription',
  isCached: true,
  defaults: ['prompt', 'response_format', 'temperature'],
});
