import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { jsonOption, runtimeOption, wholeNumber } from '../../options.ts';

export const demoCommand = (): Command =>
  new Command('demo')
    .description('from nothing to a script, thumbnail concepts and metadata; the stack stays up afterwards')
    .argument('[topic...]', 'what the video is about', [])
    .option('--duration <seconds>', 'length of the video', wholeNumber, 45)
    .option('--out <file>', 'save the result: .json, else readable text')
    .option('--no-cache', 'ask the model again although an answer is kept')
    .option('-y, --yes', 'fetch the model without asking')
    .addOption(runtimeOption())
    .addOption(jsonOption())
    .action(action(async (...given) => (await import('./demo.handler.ts')).demo(...given)));
