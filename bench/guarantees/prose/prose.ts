/** Words of one language from which sentences about coffee are put together: every subject goes with every predicate. */
export interface Prose {
  /** As the content API's prompts name the language. */
  readonly name: string;
  readonly prompt: string;
  readonly subjects: readonly string[];
  readonly predicates: readonly string[];
  readonly callToAction: string;
  /** Between subject and predicate, between two sentences, and at the end of one. */
  readonly space: string;
  readonly stop: string;
  /** How a model of this language names a speaker, a direction and a refusal. */
  readonly label: string;
  readonly direction: string;
  readonly refusal: string;
  readonly placeholder: string;
}

interface Clauses {
  readonly verbs: readonly string[];
  readonly objects: readonly string[];
  readonly places: readonly string[];
}

/** Enough for twenty minutes: sixteen of each make 256 in which two parts never meet again. */
export function clauses({ verbs, objects, places }: Clauses): readonly string[] {
  return objects.flatMap((_, turn) =>
    verbs.map((verb, at) => {
      const object = objects[(at + turn) % objects.length] ?? '';
      return `${verb} ${object} ${places[(at * 3 + turn * 7) % places.length] ?? ''}`;
    }),
  );
}

export const LATIN = { space: ' ', stop: '.' } as const;
export const HAN = { space: '', stop: '。' } as const;
