import { startWarm } from '@showrunner/service/warm-start';

// Before anything else is loaded: what comes after this line is compiled once and kept.
const started = startWarm();
const [{ runMain }, { work }] = await Promise.all([import('@showrunner/service'), import('./work.ts')]);
await runMain(() => work(process.env));
started();
