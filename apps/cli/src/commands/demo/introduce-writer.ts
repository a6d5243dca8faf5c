import { downloadBytes } from '@showrunner/providers/local';
import { OperatorError } from '@showrunner/stack';
import type { CommandContext } from '../../command-context.ts';
import type { LocalModel } from '../../models/local-model.ts';
import { speedLine } from '../../models/take-local-model.ts';
import { formatBytes } from '../../output/figures.ts';

interface Writer {
  readonly configuration: string;
  /** The model of a server on this machine, `ollama/llama3.2:3b`, where the configuration serves that. */
  readonly served: string | undefined;
  readonly model: LocalModel | undefined;
  readonly isAgreed: boolean;
}

/** What anybody can do about a model that is too small. */
const BETTER = 'A provider key in .env (OPENAI_API_KEY or ANTHROPIC_API_KEY) writes better.';

/** Says what will write, why that one and what would write better, and asks before a download. */
export async function introduceWriter(
  { output }: Pick<CommandContext, 'output'>,
  { configuration, served, model, isAgreed }: Writer,
): Promise<void> {
  if (!model) {
    const isServer = configuration === 'model-server' && served !== undefined;
    output.note(
      isServer ? `Written by ${served} on this machine.` : `Written with the configuration ${configuration}.`,
    );
    return;
  }
  if (model.state === 'present') {
    output.note(`Written by ${model.title} on this machine. ${BETTER}`);
    if (model.trial !== undefined) output.note(speedLine(model, model.trial));
    return;
  }
  const [{ title, license }] = model.candidates;
  const bytes = formatBytes(downloadBytes(model.candidates[0]));
  const why = 'the most capable model that this machine can bear';
  output.note(
    `Written on this machine by ${title}, ${why}: ${bytes} to download once, licence ${license}, kept in ${model.cacheFolder}.`,
  );
  if (model.passedOver !== undefined)
    output.note(`${model.passedOver.model.title} ${model.passedOver.reason} here. ${BETTER}`);
  else output.note(BETTER);
  const agreed = isAgreed || (await output.confirm('Download it?'));
  if (agreed === false) {
    throw new OperatorError({
      what: 'Without a model nothing can be written',
      fix: 'put OPENAI_API_KEY or ANTHROPIC_API_KEY into .env, or set SHOWRUNNER_MODEL_PATH to a GGUF file',
    });
  }
}
