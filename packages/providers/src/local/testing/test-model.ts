import { ensureRuntime } from '../install/ensure-runtime.ts';
import { pullModel } from '../pull/pull-model.ts';

export const testModelId = 'smollm2-135m-instruct';

/**
 * Whether the real 98 MB model and its runtime are here; they are fetched into the user's cache, once for a machine.
 * Where no source is reachable the tests that need them are skipped, but with `SHOWRUNNER_REQUIRE_ALL=1` they fail.
 */
export async function hasTestModel(): Promise<boolean> {
  try {
    await Promise.all([pullModel(testModelId), ensureRuntime()]);
    return true;
  } catch (error) {
    if (process.env.SHOWRUNNER_REQUIRE_ALL === '1') throw error;
    return false;
  }
}
