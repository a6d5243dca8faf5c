import type { z } from 'zod';
import type { Secret } from '../secret.ts';

/** Text as a process gets it. */
export type ProcessEnvironment = Readonly<Record<string, string | undefined>>;

/** One environment variable: how it is read and what the documents say of it. */
export interface Variable<Schema extends z.ZodType = z.ZodType> {
  /** Reads the text of the variable. `.optional()` makes it optional; otherwise it needs a default or must be set. */
  readonly schema: Schema;
  /** One or two sentences for an operator. */
  readonly description: string;
  /** What holds when it is not set. */
  readonly default?: NoInfer<z.output<Schema>>;
  /** Read as a `Secret`, also from the file that `NAME_FILE` names. Only for schemas of text. */
  readonly secret?: boolean;
  /** Set but empty is an error, where otherwise empty means unset: for what would open a door. */
  readonly rejectsEmpty?: boolean;
  /** What an example of it looks like; never a secret that works. */
  readonly example?: string;
  /** The heading under which the documents list it. */
  readonly section?: string;
  /** False for what the stack itself sets, which has no place in an `.env` file. */
  readonly inEnvFile?: boolean;
  /** False for one of many that an `.env` file may hold and `.env.example` leaves to the reference page. */
  readonly inExample?: boolean;
}

export type Variables = Readonly<Record<string, Variable>>;

type ValueOf<Definition extends Variable> = Definition extends { readonly secret: true }
  ? undefined extends z.output<Definition['schema']>
    ? Secret | undefined
    : Secret
  : Definition extends { readonly default: infer Default }
    ? Exclude<z.output<Definition['schema']>, undefined> | (undefined extends Default ? undefined : never)
    : z.output<Definition['schema']>;

/** What `read` returns for a set of variables. */
export type EnvironmentOf<Definitions extends Variables> = {
  readonly [Name in keyof Definitions]: ValueOf<Definitions[Name]>;
};
