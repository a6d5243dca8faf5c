// What is done to what the gateway keeps, by an operator: `stored-main.ts import …`, `stored-main.ts rotate …`.
import { runMain } from '@showrunner/service';
import { carryOutStored } from './stored-commands.ts';

await runMain(() => carryOutStored(process.argv.slice(2), process.env));
