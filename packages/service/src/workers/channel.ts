/** The way of messages between two processes, or two ends of anything. */
export interface MessagePort {
  /** Throws, or does nothing, where the other end is gone. */
  send(message: Message): void;
}

/** What one end asks and answers in one go. */
export interface Message {
  /** A number of 0 wants no answer. */
  readonly questions?: readonly Question[];
  readonly answers?: readonly Answer[];
}

type Question = readonly [number: number, name: string, given: readonly unknown[]];
type Answer = readonly [number: number, isGiven: boolean, value: unknown];

/** What is answered, by its name. What it throws is told to whoever asked. */
export type Answers = Readonly<Record<string, (...given: never[]) => unknown>>;

/** The other end is gone. */
export class ChannelClosedError extends Error {
  override readonly name = 'ChannelClosedError';

  constructor() {
    super('The other process is gone.');
  }
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Questions and answers between two processes, both of which may ask. What is asked and answered in one turn of the event
 * loop leaves in one message, because a message costs more than what is in it.
 */
export class Channel {
  readonly #port: MessagePort;
  readonly #answers: Answers;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #questionsToSend: Question[] = [];
  #answersToSend: Answer[] = [];
  #isSending = false;
  #isClosed = false;

  constructor(port: MessagePort, answers: Answers) {
    this.#port = port;
    this.#answers = answers;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Rejects with what the other end throws, and with a `ChannelClosedError` where it is gone. */
  ask(name: string, ...given: readonly unknown[]): Promise<unknown> {
    if (this.#isClosed) return Promise.reject(new ChannelClosedError());
    const number = ++this.#last;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(number, { resolve, reject });
    this.#questionsToSend.push([number, name, given]);
    this.#sendSoon();
    return promise;
  }

  /** Says something that wants no answer. */
  tell(name: string, ...given: readonly unknown[]): void {
    if (this.#isClosed) return;
    this.#questionsToSend.push([0, name, given]);
    this.#sendSoon();
  }

  /** Call it with each message that comes. */
  receive({ questions = [], answers = [] }: Message): void {
    for (const [number, isGiven, value] of answers) {
      const waiting = this.#waiting.get(number);
      this.#waiting.delete(number);
      if (isGiven) waiting?.resolve(value);
      else waiting?.reject(new Error(String(value)));
    }
    for (const question of questions) this.#answer(question);
  }

  /** The other end is gone: nothing is answered any more. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const waiting of this.#waiting.values()) waiting.reject(new ChannelClosedError());
    this.#waiting.clear();
  }

  #answer([number, name, given]: Question): void {
    try {
      const answer = this.#answers[name] as ((...args: readonly unknown[]) => unknown) | undefined;
      if (!answer) throw new Error(`nobody here answers "${name}"`);
      const value = answer(...given);
      if (value instanceof Promise) {
        value.then(
          (one: unknown) => this.#give([number, true, one]),
          (error: unknown) => this.#give([number, false, reasonOf(error)]),
        );
      } else this.#give([number, true, value]);
    } catch (error) {
      this.#give([number, false, reasonOf(error)]);
    }
  }

  #give(answer: Answer): void {
    if (this.#isClosed || answer[0] === 0) return;
    this.#answersToSend.push(answer);
    this.#sendSoon();
  }

  #sendSoon(): void {
    if (this.#isSending) return;
    this.#isSending = true;
    setImmediate(() => this.#send());
  }

  #send(): void {
    this.#isSending = false;
    const [questions, answers] = [this.#questionsToSend, this.#answersToSend];
    this.#questionsToSend = [];
    this.#answersToSend = [];
    if (this.#isClosed) return;
    this.#port.send({ ...(questions.length > 0 && { questions }), ...(answers.length > 0 && { answers }) });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
