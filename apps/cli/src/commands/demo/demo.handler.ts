import type { RecipeName } from '@showrunner/client';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { connect } from '../../generation/connect.ts';
import { followGeneration } from '../../generation/follow-generation.ts';
import { saveAnswers } from '../../generation/save-answers.ts';
import { planLocalModel, type LocalModel } from '../../models/local-model.ts';
import { offerLocalServer } from '../../models/offer-local-server.ts';
import { prepareRuntime, takeLocalModel } from '../../models/take-local-model.ts';
import { formatDuration } from '../../output/figures.ts';
import { refuseUnwritable } from '../../output/result-file.ts';
import type { Stack } from '../../stack/load-stack.ts';
import { DEFAULT_DEADLINE_SECONDS, prepareStack, startServices } from '../../stack/start-stack.ts';
import { introduceWriter } from './introduce-writer.ts';
import { refuseVideo } from './refuse-video.ts';
import { renderVideo, type WrittenVideo } from './render-video.ts';
import { Stopwatch } from './stopwatch.ts';

interface DemoOptions {
  readonly duration: number;
  readonly out?: string;
  readonly cache: boolean;
  readonly yes?: boolean;
}

interface Video {
  readonly topic: string;
  readonly duration: number;
  readonly cache?: false;
}

/** How the command is written in the checkout. */
const SHOWRUNNER = process.platform === 'win32' ? '.\\showrunner' : './showrunner';

/** A part that was done already takes no time. */
const WORTH_TELLING_MS = 50;

const ALL_OF_IT = 'Pictures, search words, thumbnail prompts and tags too: --out video.txt';

const SAMPLE_TOPIC = 'How espresso works';

export async function demo(context: CommandContext, command: Command): Promise<void> {
  const { output, environment } = context;
  const options = command.opts<DemoOptions>();
  const video = { topic: command.args.join(' ') || SAMPLE_TOPIC, duration: options.duration };
  if (options.out !== undefined) refuseUnwritable(options.out);
  await refuseVideo(video);
  const stopwatch = new Stopwatch(Number(environment.SHOWRUNNER_STARTED_AT ?? Date.now()));
  stopwatch.add('install', Number(environment.SHOWRUNNER_INSTALL_MS ?? 0));

  const { stack, model } = await chooseWriter(context, options);
  context.output.note(`A ${video.duration}-second video on "${video.topic}": script, thumbnail concepts, metadata.`);
  await introduceWriter(context, {
    configuration: stack.configuration,
    served: stack.environment.SHOWRUNNER_LOCAL_MODEL,
    model,
    isAgreed: options.yes === true,
  });
  await makeReady(context, stack, model, stopwatch);
  const answers = await write(context, stack, { ...video, ...(options.cache ? {} : { cache: false }) }, stopwatch);

  output.result({ ...answers, milliseconds: { ...stopwatch.parts, total: stopwatch.totalMs } });
  output.line();
  for (const line of renderVideo(answers, output)) output.line(line);
  showTimes(context, stopwatch);
  if (options.out !== undefined) saveAnswers(options.out, { ...answers });
  output.line(options.out === undefined ? ALL_OF_IT : `Saved to ${options.out}`);
  showNext(context, stack);
}

/** The stack and what will write; a model server that runs is offered before anything is downloaded. */
async function chooseWriter(
  context: CommandContext,
  { yes }: DemoOptions,
): Promise<{ stack: Stack; model: LocalModel | undefined }> {
  const stack = prepareStack(context);
  if (stack.configuration !== 'local') return { stack, model: undefined };
  const model = await planLocalModel(stack.environment);
  const isTaken = model.state === 'absent' && yes !== true && (await offerLocalServer(context));
  return isTaken ? { stack: prepareStack(context), model: undefined } : { stack, model };
}

/** Starts the services while the model comes; when one of both fails the other is given up. */
async function makeReady(
  context: CommandContext,
  stack: Stack,
  model: LocalModel | undefined,
  stopwatch: Stopwatch,
): Promise<void> {
  // It is to work the same on every machine, and with the model that is fetched beside it: not where an engine happens
  // to answer, which would begin with building images.
  const runtime = await stack.openRuntime('local');
  const failure = new AbortController();
  const together = { ...context, signal: AbortSignal.any([context.signal, failure.signal]) };
  const services = stopwatch.time('start', () =>
    startServices(together, runtime, 'up', { names: [], deadlineSeconds: DEFAULT_DEADLINE_SECONDS }),
  );
  const fetched = stopwatch.time('model', async () => {
    const telling = { ...together, environment: stack.environment };
    if (model?.state === 'absent') await takeLocalModel(model, telling);
    else if (model) await prepareRuntime(telling);
  });
  try {
    await Promise.all([services, fetched]);
  } catch (error) {
    failure.abort();
    await Promise.allSettled([services, fetched]);
    context.output.note('What has started stays up; npm stop ends it.');
    throw error;
  }
}

/** With a fourth picture there are three headlines to choose from. */
const CONCEPTS = 4;

async function write(
  { output, signal }: CommandContext,
  stack: Stack,
  { topic, duration, ...common }: Video,
  stopwatch: Stopwatch,
): Promise<WrittenVideo> {
  const client = connect(stack);
  const make = <Name extends RecipeName>(
    recipe: Name,
    part: string,
    title: string,
    input: Parameters<typeof client.stream<Name>>[1],
  ) => stopwatch.time(part, () => followGeneration(client.stream(recipe, input, { signal }), title, output));

  const script = await make('script', 'script', 'Script', { prompt: topic, duration, ...common });
  const { id } = script.data;
  const thumbnail = await make('thumbnail-prompt', 'thumbnail', 'Thumbnail concepts', {
    script_id: id,
    variants: CONCEPTS,
    ...common,
  });
  const metadata = await make('metadata', 'metadata', 'Metadata', { script_id: id, ...common });
  return { script, 'thumbnail-prompt': thumbnail, metadata };
}

function showTimes({ output }: CommandContext, stopwatch: Stopwatch): void {
  const parts = Object.entries(stopwatch.parts)
    .filter(([, took]) => took >= WORTH_TELLING_MS)
    .map(([part, took]) => `${part} ${formatDuration(took)}`);
  output.line(`${output.style.strong('Time')}  ${formatDuration(stopwatch.totalMs)} in all: ${parts.join(', ')}`);
}

function showNext({ output }: CommandContext, { settings, keys }: Stack): void {
  const { style } = output;
  const api = `http://127.0.0.1:${settings.mpcApiPort}`;
  output.line();
  output.line(style.strong('The stack stays up'));
  output.line(`  content API    ${style.accent(api)}  key ${keys.MPC_API_KEY?.reveal() ?? 'none'}`);
  output.line(`  API reference  ${style.accent(`${api}/docs`)}`);
  output.line(
    `  gateway        ${style.accent(`http://127.0.0.1:${settings.gatewayPort}`)}  key ${keys.LITELLM_MASTER_KEY?.reveal() ?? 'none'}`,
  );
  output.line();
  output.line(style.strong('Next'));
  output.line('  npm run demo -- "Your topic" --duration 60');
  output.line(`  ${SHOWRUNNER} generate script --help`);
  output.line(`  ${SHOWRUNNER} status`);
  output.line('  npm stop');
}
