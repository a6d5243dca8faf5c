import { Command, Option } from 'commander';
import { action } from '../../command-context.ts';
import { jsonOption, wholeNumber } from '../../options.ts';

export const exportCommand = (): Command =>
  new Command('export')
    .description('a stored script as a file: export job_… srt --out script.srt')
    .argument('<job>', "a job's id, or a script's own")
    .argument('<format>', 'markdown, srt, vtt, fountain, csv, narration, ssml or that of another program')
    .option('--out <file>', 'write the file; with a folder under the name that the server gives')
    .option('--metadata <job>', 'whose metadata belongs to the script')
    .option('--no-bom', 'csv: without a byte order mark')
    .addOption(new Option('--separator <kind>', 'csv: what stands between cells').choices(['comma', 'semicolon']))
    .addOption(
      new Option('--max-bytes <count>', 'ssml: cut into documents of at most so many bytes').argParser(wholeNumber),
    )
    .addOption(new Option('--part <number>', 'ssml: which of them').argParser(wholeNumber))
    .addOption(new Option('--orientation <kind>', 'how the picture lies').choices(['portrait', 'landscape']))
    .addOption(jsonOption())
    .action(action(async (context, command) => (await import('./export.handler.ts')).exportJob(context, command)));
