import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { tokensIn } from '@showrunner/recipes';
import { openAiCompletion, openAiError } from '@showrunner/testkit';
import type { Brief } from './briefs.ts';
import { contentFaults, wireFaults, wrapperFaults } from './faults.ts';
import { GoodAnswers, type Ask, type Schema } from './good-answers.ts';
import { proses } from './prose/languages.ts';
import { randomOf } from './random.ts';

interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly content: string }[];
  readonly response_format?: { readonly json_schema?: { readonly name: string; readonly schema: Schema } };
}

interface Writer {
  readonly brief: Brief;
  readonly answers: GoodAnswers;
  readonly random: () => number;
}

/**
 * A gateway whose model writes what it is asked for, and fails in the ways of `faults.ts` at their rates. The model's
 * name in a request is `<brief>@<sample>`, so that each request has a writer and a chance of its own.
 */
export class FaultyModel {
  /** How often each fault came. */
  readonly counts = new Map<string, number>();
  readonly #briefs: ReadonlyMap<string, Brief>;
  readonly #samples: number;
  readonly #seed: string;
  readonly #strength: number;
  readonly #readsSchemas: boolean;
  readonly #writers = new Map<string, Writer>();
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response));

  constructor(
    briefs: readonly Brief[],
    options: {
      readonly samples: number;
      readonly seed: string;
      readonly strength: number;
      readonly readsSchemas?: boolean;
    },
  ) {
    this.#briefs = new Map(briefs.map((brief) => [brief.id, brief]));
    this.#samples = options.samples;
    this.#seed = options.seed;
    this.#strength = options.strength;
    this.#readsSchemas = options.readsSchemas ?? true;
  }

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('content-type', 'application/json');
    if (request.method !== 'POST') return void response.end(JSON.stringify({ data: this.#models() }));
    const body = (await json(request)) as ChatBody;
    const { status, answer } = this.#answer(body);
    response.writeHead(status).end(JSON.stringify(answer));
  }

  #models() {
    const names = [...this.#briefs.keys()].flatMap((id) =>
      Array.from({ length: this.#samples }, (_, at) => `${id}@${at}`),
    );
    return names.map((name) => ({
      model_name: name,
      litellm_params: { model: 'openai/gpt-test' },
      model_info: { mode: 'chat', input_cost_per_token: 1e-6, output_cost_per_token: 2e-6 },
    }));
  }

  #answer(body: ChatBody): { readonly status: number; readonly answer: object } {
    const writer = this.#writerOf(body.model);
    const wire = wireFaults.find(({ name, rate }) => this.#comes(name, rate, writer));
    switch (wire?.name) {
      case 'http 429':
      case 'http 500':
        return { status: Number(wire.name.slice(5)), answer: openAiError('overloaded', 'server_error') };
      case 'empty':
        return { status: 200, answer: openAiCompletion({ text: '' }) };
      case 'refused':
        return { status: 200, answer: openAiCompletion({ text: proses[writer.brief.language].refusal }) };
      case 'filtered':
        return { status: 200, answer: openAiCompletion({ text: '', finishReason: 'content_filter' }) };
      case 'truncated': {
        const text = this.#written(body, writer);
        return {
          status: 200,
          answer: openAiCompletion({ text: text.slice(0, text.length / 2), finishReason: 'length' }),
        };
      }
      case undefined: {
        const text = this.#written(body, writer);
        return { status: 200, answer: openAiCompletion({ text, usage: this.#usageOf(body, text) }) };
      }
    }
  }

  /** As providers count: what is asked, with the schema where it is put into the prompt, and what is answered. */
  #usageOf({ messages, response_format: format }: ChatBody, text: string) {
    const asked = messages.map(({ content }) => content).join('\n');
    const schema = this.#readsSchemas && format !== undefined ? JSON.stringify(format.json_schema?.schema) : '';
    return { promptTokens: tokensIn(`${asked}\n${schema}`), completionTokens: tokensIn(text) };
  }

  #written({ response_format: format, messages }: ChatBody, writer: Writer): string {
    const { name, schema } = format?.json_schema ?? {};
    const ask: Ask = { name, schema, prompt: messages.map(({ content }) => content).join('\n') };
    const good = writer.answers.answer(ask);
    const isText = typeof good === 'string';
    let answer = isText ? { narration: good } : (good as Record<string, unknown>);
    for (const fault of contentFaults)
      if (this.#comes(fault.name, fault.rate, writer)) answer = fault.apply(answer, writer);
    let text = isText ? String(answer.narration) : JSON.stringify(answer);
    for (const fault of wrapperFaults)
      if (this.#comes(fault.name, fault.rate, writer)) text = fault.apply(text, writer);
    return text;
  }

  #comes(name: string, rate: number, { random }: Writer): boolean {
    const comes = random() < rate * this.#strength;
    if (comes) this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    return comes;
  }

  #writerOf(model: string): Writer {
    const known = this.#writers.get(model);
    if (known) return known;
    const brief = this.#briefs.get(model.split('@')[0] ?? '');
    if (!brief) throw new Error(`There is no brief for the model ${model}.`);
    const writer = { brief, answers: new GoodAnswers(brief), random: randomOf(`${this.#seed} ${model}`) };
    this.#writers.set(model, writer);
    return writer;
  }
}
