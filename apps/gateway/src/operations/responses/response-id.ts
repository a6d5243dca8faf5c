import { randomBytes } from 'node:crypto';

/** As long as OpenAI's. */
const ID_BYTES = 24;

/** The id of a response that is made here. */
export function newResponseId(): string {
  return `resp_${randomBytes(ID_BYTES).toString('hex')}`;
}
