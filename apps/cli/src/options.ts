import { InvalidArgumentError, Option, type Command } from 'commander';
import { runtimeChoices } from '@showrunner/stack';
import { DEFAULT_DEADLINE_SECONDS } from './stack/start-stack.ts';

export const jsonOption = (): Option => new Option('--json', 'print one JSON value for programs');
/** For a command whose result has no end, or no bound. */
export const jsonLinesOption = (): Option => new Option('--json', 'print a JSON value on each line, for programs');
export const runtimeOption = (): Option =>
  new Option('--runtime <kind>', 'where the services run; by default as before, or as SHOWRUNNER_RUNTIME says').choices(
    runtimeChoices,
  );

export const workspaceOption = (description: string): Option => new Option('--workspace <name>', description);

export const yesOption = (): Option => new Option('-y, --yes', 'do it without asking');

export const deadlineOption = (): Option =>
  new Option('--timeout <seconds>', 'how long to wait until the services are healthy')
    .argParser(wholeNumber)
    .default(DEFAULT_DEADLINE_SECONDS);

/** Reads a whole number of at least 0, or says what is allowed. */
export function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It takes a whole number, 0 or more.');
}

/** Reads a number of at least 0, with or without a fraction, or says what is allowed. */
export function amount(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It takes a number, 0 or more: 5 or 2.50.');
}

/** What every command that has something written takes. */
export function answerOptions(command: Command): Command {
  return command
    .option('--input <file>', 'what is asked for as JSON in a file, or from standard input: -; options win')
    .option('--estimate', 'say what it would ask, cost and take, and have nothing written')
    .option('--as <format>', 'as a file of another kind: srt, vtt, fountain, csv, …; see export')
    .option('--out <file>', 'write the answer to a file: .json, else readable text')
    .addOption(jsonOption());
}
