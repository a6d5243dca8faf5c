import { providers } from '@showrunner/providers';

/** Who is named in LiteLLM's paths of the form `/{provider}/v1/files`. */
const named = providers.flatMap((vendor) => (vendor.transport === 'http' && vendor.files ? [vendor.name] : []));

/** A path with all its spellings: with and without `/v1`, and below the name of each vendor that keeps files. */
export function pathsBelow<Kind extends 'files' | 'batches', Rest extends string>(kind: Kind, rest: Rest) {
  return {
    path: `/v1/${kind}${rest}`,
    aliases: [`/${kind}${rest}`, ...named.map((name) => `/${name}/v1/${kind}${rest}` as const)],
  } as const;
}
