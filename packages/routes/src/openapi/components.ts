import type { ApiDescription, ExampleContent } from './api-description.ts';
import { schemaOf, type Json } from './schemas.ts';

/** What has a name of its own in a document, each written once and referred to. */
export class Components {
  readonly #schemas = new Map<string, Json>();
  readonly #examples = new Map<string, Json>();

  /** With the forms of errors and their examples, which every route refers to. */
  constructor({ errors, examples }: Pick<ApiDescription, 'errors' | 'examples'>) {
    for (const { name, schema } of Object.values(errors.forms)) this.addSchema(name, schemaOf(schema, 'output'));
    for (const [error, content] of Object.entries(examples?.errors ?? {})) this.#addExamples(error, content);
  }

  addSchema(name: string, schema: Json): Json {
    this.#schemas.set(name, schema);
    return schemaReference(name);
  }

  /** An error's example in a form; undefined where none was given. */
  exampleOf(error: string, mediaType: string): Json | undefined {
    const name = exampleName(error, mediaType);
    return this.#examples.has(name) ? { $ref: `#/components/examples/${name}` } : undefined;
  }

  all(): Json {
    return {
      schemas: Object.fromEntries(this.#schemas),
      ...(this.#examples.size === 0 ? {} : { examples: Object.fromEntries(this.#examples) }),
    };
  }

  #addExamples(error: string, content: ExampleContent): void {
    for (const [mediaType, value] of Object.entries(content))
      this.#examples.set(exampleName(error, mediaType), { summary: error, value });
  }
}

export function schemaReference(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

/** `conflict`, `application/problem+json` → `conflict.problem.json`: only such characters are taken there. */
function exampleName(error: string, mediaType: string): string {
  return `${error}.${mediaType.replace(/^\w+\//, '').replaceAll(/[^\w.-]/g, '.')}`;
}
