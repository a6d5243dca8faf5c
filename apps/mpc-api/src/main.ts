import { startWarm } from '@showrunner/service/warm-start';

// Before anything else is loaded: what comes after this line is compiled once and kept.
const started = startWarm();
const [{ runMain }, { serve }] = await Promise.all([import('@showrunner/service'), import('./serve.ts')]);
await runMain(() => serve(process.argv.slice(2), process.env));
started();
