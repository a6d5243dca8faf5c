import type { Answer } from '../generate/answer.ts';

/** The success envelope around an answer's `data`, whose text goes out as it was made. */
export function answerEnvelope({ message, dataJson, meta }: Answer): string {
  const timestamp = new Date().toISOString();
  return `{"success":true,"message":${JSON.stringify(message)},"data":${dataJson},"meta":${JSON.stringify(meta)},"timestamp":"${timestamp}"}`;
}
