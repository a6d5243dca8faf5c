import { extname } from 'node:path';
import type { Answer } from '@showrunner/client';
import { writeResultFile } from '../output/result-file.ts';
import { plainMedium } from './page.ts';
import { renderAnswer } from './render-answer.ts';

/**
 * Writes answers to a file: all of them as JSON when its name ends so, else as text for people.
 *
 * @throws {OperatorError} when it cannot be written
 */
export function saveAnswers(path: string, answers: Readonly<Record<string, Answer<unknown>>>): void {
  const text =
    extname(path) === '.json'
      ? JSON.stringify(answers, null, 2)
      : Object.entries(answers)
          .map(([recipe, answer]) => renderAnswer(recipe, answer, plainMedium).join('\n'))
          .join('\n\n');
  writeResultFile(path, `${text}\n`);
}
