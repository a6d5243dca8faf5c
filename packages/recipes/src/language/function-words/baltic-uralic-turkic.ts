import { marks, type LanguageMarks } from './marks.ts';

/** Baltic, Uralic and Turkic languages in Latin letters. */
export const balticUralicTurkicWords: Readonly<Record<string, LanguageMarks>> = {
  lt: marks(
    'ir yra su į iš kad kaip tai ne bet arba ar o už nuo iki per prie apie po be prieš tarp kas kodėl kada kur kuris kuri kurie jis ji jie mes jūs aš tu mano tavo savo visi viskas visos jau dar tik labai taip pat gali buvo bus būti geriausi geriausias kiekvienas daugiau veikia geriausios kiekvieną verta reikia daryti',
    /[ėįųū]/,
  ),
  lv: marks(
    'un ir ar uz no ka kā tas ne bet vai par pie līdz pēc bez pret starp kas kāpēc kad kur kurš kura kuri viņš viņa mēs jūs es tu mans mana tavs savs visi viss visu jau vēl tikai ļoti arī var bija būs būt labākie labākais katrs vairāk šis šī to ko darbojas labākās mani katru vērts darīt',
    /[āēīģķļņ]/,
  ),
  fi: marks(
    'ja on ei se että hän mutta kun niin kuin myös tai ovat oli mitä miten miksi kuinka joka jos vain sen tämä voi ole nyt sitten kanssa mukaan jo vielä hyvin kaikki minä sinä me toimii minun sinun paras parhaat kaikkea ilman vastaan näin millainen mikä mistä kannattaa tehdä viidessä oma omat',
  ),
  et: marks(
    'ja on ei et see kui aga või ka mis kuidas miks millal kus kes kas ta nad me te ma sa minu sinu oma kõik juba veel ainult väga nii saab oli olema olla parim parimad iga rohkem ilma vastu koos pärast enne üle eest seda selle need kuid sest tasub teha',
  ),
  hu: marks(
    'a az és hogy nem is egy ez meg de ha csak mint már van volt még el fel ki be mi mit hogyan miért mikor vagy után lehet ezt azt minden aki ami több legjobb legszebb nélkül között ellen mindent mennyi milyen melyik így saját itt ott kell tudni miről',
    /[őű]/,
  ),
  tr: marks(
    've bir bu da de için ile ne nasıl neden ama çok daha gibi olarak en o var yok mi mı değil kadar sonra her ya ki olan olur şey ben sen biz siz kim hangi zaman çalışır benim senin onun iyi güzel bütün tüm hakkında karşı evde yeni yapılır yapmak şeyi kendi mu mü',
    /[ığş]/,
  ),
  az: marks(
    'və bir bu da də üçün ilə nə necə niyə amma çox daha kimi olaraq ən o var yox mi deyil qədər sonra hər ya ki olan olur şey mən sən biz siz kim hansı zaman mənim sənin onun bütün haqqında işləyir',
    /[ə]/,
  ),
};
