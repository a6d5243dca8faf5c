// Judges what runs kept, without asking anything, and prints figures and texts. How to read it: README.md in this folder.
//   npm run -s bench:quality:report -- FOLDER [FOLDER …]
import { basename } from 'node:path';
import { readAnswers } from './ask/kept-answer.ts';
import { reportOf } from './report/write-report.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('usage: npm run -s bench:quality:report -- FOLDER [FOLDER …]');
const runs = await Promise.all(
  folders.map(async (folder) => ({ name: basename(folder), answers: await readAnswers(folder) })),
);
console.log(reportOf(runs));
