import { functionWords } from '../../language/function-words/by-script.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Verbs, adverbs and prepositions that come back in narration but that nobody searches a video by. */
const UNSEARCHED: Readonly<Record<string, ReadonlySet<string>>> = {
  en: set(
    "notice through around across between under over after before during without within while because also still even only very most many much some such each other another same own first next last finally really actually probably simply never always often together enough less few make makes making made take takes took taking give gives given use used uses using get gets getting become becomes create creates creating created need needs needed start starts started help helps keep keeps find finds found know known think look looks see seen show shows say says tell tells come comes came goes going went put let want try turn turns work working called cause causes happen happens push pushes pushed contain contains produce produces result resulting being were could should would may might must like that's you're don't thing things way ways time lot kind strong good great new rich creating here where those these them him themselves itself against until since different type types popular typical example examples several sure today once especially usually typically mostly mainly highly quickly easily countries world",
  ),
  es: set(
    'tiene tienen tener puede pueden puedes poder hace hacen haces está están estar hay debe deben debido cuando cada mismo misma otro otra otros otras mucho mucha muchos muchas poco forma manera aquí así entonces después antes mientras aunque donde quiere quieren pasan pasa resulta ejemplo tipo tipos diferentes aprender probar usar usan gran grande nuevo nueva',
  ),
  de: set(
    'diese dieser dieses diesem diesen jede jeder jedes viele vielen mehr sehr immer dann hier dort dabei dafür damit dadurch daher ohne unter zwischen gegen während beim vom ins ihre ihrer ihren seine seiner euch uns sich selbst etwas alles alle machen macht nutzen nutzt geben gibt gehen geht kommen kommt brauchen braucht sorgen sorgt bringen bringt funktionieren sowie sodass weil dass also denn doch schon ganz gut gute neue einfach zuerst zunächst schließlich muss müssen soll sollte wurde wurden war waren',
  ),
};

const known = new Map<string, ReadonlySet<string>>();

/** Words that are no part of a phrase people search for. */
export function unsearchedWords(language: string): ReadonlySet<string> {
  const primary = language.split('-', 1)[0]?.toLowerCase() ?? '';
  let all = known.get(primary);
  if (all === undefined) {
    all = new Set([...functionWords(primary), ...(UNSEARCHED[primary] ?? [])]);
    known.set(primary, all);
  }
  return all;
}
