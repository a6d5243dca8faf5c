/** Gemini's clients write their key there, and it is the gateway's key. */
const KEY = 'key';

/** The key that a query holds, where clients of the vendor write it there. */
export function keyInQuery(query: string): string | undefined {
  return new URLSearchParams(query).get(KEY) ?? undefined;
}

/**
 * A url with the query of a request: what the request says first, then what the url says, then the defaults, each name
 * from one of them (LiteLLM 1.108.7, `get_merged_query_parameters`). The request's own text is kept as it came.
 *
 * @param query of the request, without its question mark
 * @param withoutKey the member `key` is the gateway's own
 */
export function withQuery(
  url: string,
  query: string,
  { defaults, withoutKey }: { readonly defaults: Readonly<Record<string, string>>; readonly withoutKey: boolean },
): string {
  const target = new URL(url);
  const asked = query.split('&').filter((member) => member !== '' && !(withoutKey && nameOf(member) === KEY));
  const own = target.search.slice(1).split('&').filter(Boolean);
  const standard = new URLSearchParams(defaults).toString().split('&').filter(Boolean);
  const members = [...asked];
  for (const others of [own, standard]) {
    const taken = new Set(members.map(nameOf));
    members.push(...others.filter((member) => !taken.has(nameOf(member))));
  }
  target.search = '';
  target.hash = '';
  return members.length === 0 ? target.href : `${target.href}?${members.join('&')}`;
}

function nameOf(member: string): string {
  const [name = ''] = member.split('=', 1);
  return new URLSearchParams(`${name}=`).keys().next().value ?? name;
}
