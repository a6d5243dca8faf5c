import { formOperation } from '../form-operation.ts';

/** Text of speech, whichever wire asks for it. */
export const transcriptions = formOperation({
  kind: 'transcriptions',
  callType: 'atranscription',
  isCached: true,
  defaults: ['language', 'prompt', 'response_format', 'temperature'],
});
