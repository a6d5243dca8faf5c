import { execFileSync } from 'node:child_process';

/** espeak-ng's voices, where they are not named as the language is. */
const NAMED_OTHERWISE: Readonly<Record<string, string>> = { en: 'en-us', fr: 'fr-fr', no: 'nb', zh: 'cmn' };
/** It spells Japanese characters by their descriptions. */
const UNUSABLE = new Set(['ja']);

/** The voice for each language that the installed espeak-ng can read. */
export const voices: Readonly<Record<string, string | undefined>> = readVoices();

function readVoices(): Record<string, string> {
  const rows = execFileSync('espeak-ng', ['--voices'], { encoding: 'utf8' }).split('\n').slice(1);
  const known = new Set(rows.map((row) => row.trim().split(/\s+/)[1] ?? ''));
  const languages = [...known].map((voice) => [voice.split('-')[0] ?? '', voice] as const);
  const usable = languages.filter(([language, voice]) => voice === language && !UNUSABLE.has(language));
  return { ...Object.fromEntries(usable), ...NAMED_OTHERWISE };
}

/** The header of a WAV file that is written to a pipe. */
const HEADER_BYTES = 44;
const BYTES_PER_SECOND = 22_050 * 2;

/** How long the synthesizer speaks a text at its normal speed. */
export function synthesizedSeconds(text: string, language: string): number {
  const voice = voices[language];
  if (voice === undefined) throw new RangeError(`There is no voice for ${language}.`);
  const wave = execFileSync('espeak-ng', ['-v', voice, '--stdin', '--stdout'], { input: text, maxBuffer: 2 ** 28 });
  return (wave.length - HEADER_BYTES) / BYTES_PER_SECOND;
}
