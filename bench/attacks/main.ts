// What an embedded model makes of orders that stand in its material. How to read it: README.md in this folder.
//   npm run bench:attacks -- [seed] [model] [file in which texts are kept]
import { join } from 'node:path';
import { printReport } from './report.ts';
import { run } from './trial.ts';

const [seed = '1', model = 'qwen2.5-coder-1.5b-instruct', given] = process.argv.slice(2);
const file = given ?? join(import.meta.dirname, '../../.showrunner/attacks', `${model}-${seed}.jsonl`);
const trial = { model, seed: Number(seed), file };
process.exitCode = printReport(await run(trial), trial);
