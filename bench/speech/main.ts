// Our estimates of speaking time beside a synthesizer's seconds. How to read it: README.md in this folder.
import { execFileSync } from 'node:child_process';
import { loadLanguages, speakingSeconds, voiceFor } from '@showrunner/recipes/in-browser';
import { ratedLanguages } from '../../packages/recipes/src/speech/rates.ts';
import { paragraphsIn } from './declaration.ts';
import { synthesizedSeconds, voices } from './synthesizer.ts';

const TOLERANCE = 0.15;
const FIGURES = '1947. 2024. 95 %. 1234567.';
/** Whose figures are not compared: the Hebrew voice is silent at them, and Malayalam numbers have no kept data. */
const WITHOUT_FIGURES = new Set(['he', 'ml']);
const PARAGRAPHS = 10;
const FEW = 3;

interface Measured {
  readonly language: string;
  /** Our seconds over the synthesizer's. */
  readonly plain: number;
  readonly figures: number;
  readonly short: number;
}

const measured: Measured[] = [];
for (const language of ratedLanguages()) {
  const paragraphs = (await paragraphsIn(language)).slice(0, PARAGRAPHS);
  if (voices[language] !== undefined && paragraphs.length === PARAGRAPHS)
    measured.push(await measure(language, paragraphs));
}

const english = measured.find(({ language }) => language === 'en')?.plain ?? 1;
console.log(`${execFileSync('espeak-ng', ['--version'], { encoding: 'utf8' }).trim()}\n`);
console.log('| language | plain, ours over its seconds | figures | short | of English |\n|---|---|---|---|---|');
for (const one of measured) console.log(rowOf(one));
const off = measured.filter(isOff).map(({ language }) => language);
const left = ratedLanguages().filter((language) => measured.every((one) => one.language !== language));
console.log(`\nleft out: ${left.join(', ') || 'none'}`);
console.log(
  `${measured.length - off.length} passed, ${off.length} failed${off.length === 0 ? '' : `: ${off.join(', ')}`}`,
);
process.exitCode = off.length === 0 ? 0 : 1;

async function measure(language: string, paragraphs: readonly string[]): Promise<Measured> {
  await loadLanguages([language]);
  const voice = voiceFor({ language, pace: 'normal' });
  const ratio = (texts: readonly string[]): number => {
    const text = texts.join('\n');
    return speakingSeconds(text, voice) / synthesizedSeconds(text, language);
  };
  return {
    language,
    plain: ratio(paragraphs),
    figures: ratio(paragraphs.map((paragraph) => `${paragraph} ${FIGURES}`)),
    short: ratio(paragraphs.slice(0, FEW)),
  };
}

function isOff({ language, plain, figures, short }: Measured): boolean {
  return (WITHOUT_FIGURES.has(language) ? [short] : [figures, short]).some(
    (ratio) => Math.abs(ratio / plain - 1) > TOLERANCE,
  );
}

function rowOf({ language, plain, figures, short }: Measured): string {
  const cells = [plain, figures / plain, short / plain, plain / english].map((ratio) => ratio.toFixed(2));
  return `| ${[language, ...cells].join(' | ')} |`;
}
