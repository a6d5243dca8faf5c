/**
 * The commonest words that begin a clause (coordinating and subordinating conjunctions, tags CCONJ and SCONJ of the
 * Universal Dependencies treebanks, release 2). "and" and "or" are not among them: Unicode's CLDR has those.
 */
const CLAUSE_BEGINNINGS: Readonly<Record<string, string>> = {
  bg: 'но а че защото ако когато докато въпреки',
  cs: 'ale že protože když pokud aby ani než zatímco',
  da: 'men at fordi hvis når mens selvom inden',
  de: 'aber denn sondern dass weil wenn ob damit obwohl während bevor nachdem sodass',
  el: 'αλλά ότι πως επειδή γιατί αν όταν ενώ ώστε',
  en: 'but because that if when while although so until before after unless since whether',
  es: 'pero sino que porque si cuando mientras aunque pues',
  fa: 'اما ولی که چون اگر زیرا وقتی',
  fi: 'mutta että koska jos kun vaikka sillä jotta',
  fr: 'mais que car si quand lorsque puisque parce donc tandis afin',
  he: 'אבל כי אם כאשר למרות אלא',
  hi: 'लेकिन कि क्योंकि अगर जब मगर ताकि',
  hu: 'de hogy mert ha amikor mivel bár hanem',
  id: 'tetapi bahwa karena jika ketika sehingga agar meskipun',
  it: 'ma che perché se quando mentre anche poiché quindi',
  ja: 'しかし そして だから けれども また',
  nb: 'men at fordi hvis når mens selv',
  nl: 'maar dat omdat als want toen terwijl hoewel zodat',
  no: 'men at fordi hvis når mens selv',
  pl: 'ale że bo ponieważ jeśli gdy kiedy aby lecz więc',
  pt: 'mas que porque se quando enquanto embora pois',
  ro: 'dar că pentru dacă când deși iar să',
  ru: 'но а что потому если когда чтобы хотя как',
  sk: 'ale že pretože keď ak aby ani než',
  sv: 'men att eftersom om när medan fast så',
  tr: 'ama fakat çünkü ki eğer ancak',
  uk: 'але а що тому якщо коли щоб хоча бо',
  vi: 'nhưng rằng vì nếu khi mà để',
  zh: '但 但是 因为 因為 所以 如果 而 而且 可是 虽然 雖然 不过 不過 并且 並且',
};

const known = new Map<string, ReadonlySet<string>>();

/** Words of a language before which a sentence falls into parts, in lower case. */
export function conjunctionsOf(language: string): ReadonlySet<string> {
  const primary = language.split('-', 1)[0] ?? '';
  let words = known.get(primary);
  if (words === undefined) {
    words = new Set([...listWords(primary), ...(CLAUSE_BEGINNINGS[primary] ?? '').split(' ')].filter(Boolean));
    known.set(primary, words);
  }
  return words;
}

/** "and" and "or" as CLDR puts them between two items of a list. */
function listWords(language: string): string[] {
  return (['conjunction', 'disjunction'] as const).flatMap((type) =>
    new Intl.ListFormat(language === 'und' ? 'en' : language, { type })
      .formatToParts(['0', '0'])
      .flatMap((part) => (part.type === 'literal' ? [part.value.trim().toLowerCase()] : [])),
  );
}
