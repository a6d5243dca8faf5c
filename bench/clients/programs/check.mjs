// What each program begins with: a gateway, a key, a model, and a line of JSON for each thing that was tried.
import { deepStrictEqual } from 'node:assert';

export const [url, key, model, limited] = process.argv.slice(2);
export const messages = [{ role: 'user', content: 'Say hello' }];
export const citySchema = {
  type: 'object',
  properties: { city: { type: 'string' } },
  required: ['city'],
  additionalProperties: false,
};

export async function check(name, run) {
  try {
    await run();
    console.log(JSON.stringify({ check: name, ok: true }));
  } catch (error) {
    console.log(JSON.stringify({ check: name, ok: false, why: String(error).slice(0, 300) }));
    console.error(error);
  }
}

export const same = deepStrictEqual;

export async function failsWith429(run) {
  try {
    await run();
  } catch (error) {
    const status = error.status ?? error.statusCode ?? error.lastError?.statusCode;
    if (status === 429 || String(error).includes('429')) return;
    throw error;
  }
  throw new Error('no error');
}
