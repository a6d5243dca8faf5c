// What becomes of answers that fail in every way that is known, as judged by code that shares nothing with the product.
// How to read it: README.md in this folder.
//   npm run bench:guarantees -- [samples of each brief] [seed] [strength of the faults]
import { putRequests } from './put-requests.ts';
import { printReport } from './report.ts';

const [samples = 3, seed = 1, strength = 1] = process.argv.slice(2).map(Number);
const trial = { samples, seed, strength };
process.exitCode = printReport(await putRequests(trial), trial);
