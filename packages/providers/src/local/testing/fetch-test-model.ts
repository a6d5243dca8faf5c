// Exits 0 when the 98 MB test model and its runtime are in the cache, fetching them where they are not.
import { hasTestModel } from './test-model.ts';

process.exitCode = (await hasTestModel().catch(() => false)) ? 0 : 1;
