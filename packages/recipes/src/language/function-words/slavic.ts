import { marks, type LanguageMarks } from './marks.ts';

/** Slavic languages in Latin letters; Serbian is written in Cyrillic ones too. */
export const slavicWords: Readonly<Record<string, LanguageMarks>> = {
  pl: marks(
    'i w na z do nie się że to jest o jak co dlaczego kiedy po ale czy za od przez dla który która które tym tego są ma być już tylko tak oraz ten ta może bez pod jego jej kto działa mój moja moje moich twój twoja twoje najlepsze najlepszy każdy wszystko wszystkie przed między czyli gdy czego warto robić jaki jaka jakie sposób ból',
    /[łąężźćśń]/,
  ),
  cs: marks(
    'a se na je v že to s z do jak co proč kdy ale by i o pro jako po za od která který které jsou jsme bude má být už jen tak nebo při kde ten ta není funguje fungují můj moje moji tvůj tvoje svůj nejlepší každý vše všechno bez před mezi proti když čím aby aneb jaký jaká jaké stojí umět dělat',
    /[řůě]/,
  ),
  sk: marks(
    'a sa na je v že to s z do ako čo prečo kedy ale by aj o pre po za od ktorý ktorá ktoré sú sme bude má byť už len tak alebo pri kde ten tá nie vo so zo môj moja moje tvoj tvoja svoj všetko všetky viac najlepšie každý ešte keď lebo pred bez proti medzi funguje fungujú moji tvoje nejaký aký aká aké všetci keby aby čím robiť oplatí',
    /[ľĺŕ]/,
  ),
  sl: marks(
    'in se na je v da to s z za ki ne so kako kaj zakaj kdaj kdo kje kateri katera ali ampak tudi pa po pri od do iz o brez proti med že še le samo lahko bi bo bodo smo sem ste jaz ti moj moja moje tvoj svoj vse vsi več najboljši najboljše vsak kot če ker deluje najlepši moji naš naše kakšen zelo kar tega',
  ),
  hr: marks(
    'i se na je u da to s za koji koja koje ne su kako što zašto kada kad tko gdje ili ali također po pri od do iz o bez protiv između već još samo može bi bit će smo sam ste ja ti moj moja moje tvoj svoj sve svi više najbolji najbolje svaki kao ako jer uvijek ovdje uz nakon prije tijekom radi lijepo vrijeme cijena dijete mjesto',
  ),
  bs: marks(
    'i se na je u da to s sa za koji koja koje ne su kako šta što zašto kada kad ko gdje ili ali također po pri od do iz o bez protiv između već još samo može bi će smo sam ste ja ti moj moja moje tvoj svoj sve svi više najbolji najbolje svaki kao ako jer uvijek hiljada historija opći tačno lahko uspjeh savjeti',
  ),
  sr: marks(
    'i u ne na što šta sa s kako ovo to ali po od za do da se je su on ona oni mi vi ja ti bi ili ako zašto kada kad gde ko koji koja koje mu im svi sve već samo još može pri će moj moja moje tvoj svoj veoma najbolji najbolje najlepše svaki bez između radi a iz o',
  ),
};
