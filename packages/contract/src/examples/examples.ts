import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiExamples } from '@showrunner/routes';

/**
 * What the API was asked and answered when the examples were recorded: a request for every operation, every error. Read
 * when they are wanted, for most programs that import the contract show none.
 */
export function readExamples(): ApiExamples {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'recorded.generated.json'), 'utf8')) as ApiExamples;
}
