/**
 * The commonest function and question words of each language, in lower case, and letters that its neighbours do not
 * use. About forty words cover a third to half of running text, which is enough to tell languages of one script apart.
 */
export interface LanguageMarks {
  readonly words: ReadonlySet<string>;
  readonly letters: RegExp | null;
}

const marks = (words: string, letters: RegExp | null = null): LanguageMarks => ({
  words: new Set(words.split(' ')),
  letters,
});

export const latinLanguages: Readonly<Record<string, LanguageMarks>> = {
  en: marks(
    "the of and to a in is it you that for on with as this be at are by from or your have an was not can what how why when which they we their there its it's but if will one all more so about into than then just do does no out up who i he she his her our my has had been make get top best better every explain explained guide tips review history works",
  ),
  de: marks(
    'der die das und ist in den von zu mit sich auf für nicht ein eine einer eines dem des es auch als an wie was warum wer wann im am man du sie er wir ich oder aber wenn so nur noch bei aus nach wird werden sind hat haben kann können zum zur über durch mehr dein deine tipps funktioniert',
    /ß/,
  ),
  es: marks(
    'el la los las de que y en un una por con para del se no es lo al su como cómo qué más pero sus le ya o este esta esto sí porque cuando muy sin sobre también me hasta hay donde quien desde todo nos son ser tu si cada mejor hacer funciona',
    /[ñ¿¡]/,
  ),
  fr: marks(
    "le la les de des du un une et est en que qui dans pour pas sur au aux avec ce cette ces il elle on nous vous ils je tu se sa son ses plus par ne ou où mais comment pourquoi quand quoi être fait faire c'est d'un d'une l'eau qu'il votre vos leur sont tout très sans fonctionne",
    /[œ]/,
  ),
  it: marks(
    "il lo la i gli le di che e è un una in per con non del della dei delle nel nella al alla da si sono come cosa perché quando più ma o se ci anche questo questa suo sua quello ha hanno essere fare ogni dell'acqua l'acqua un'altra tutto molto dove chi ti tuo funziona",
  ),
  pt: marks(
    'o a os as de que e do da dos das em um uma para com não no na nos nas por se é ao mais como mas foi ele ela seu sua ou quando muito já eu também só pelo pela até isso porque você está são ser fazer tem cada qual melhor funciona',
    /[ãõ]/,
  ),
  nl: marks(
    'de het een en van is in dat op te zijn voor met niet aan er om die ook als dan maar bij hoe wat waarom wie wanneer je jij we ze wij hij dit door naar uit nog kan worden wordt heeft hebben meer over tot of zo deze jouw werkt',
  ),
  pl: marks(
    'i w na z do nie się że to jest o jak co dlaczego kiedy po ale czy za od przez dla który która które tym tego są ma być już tylko tak oraz ten ta może bez pod jego jej kto działa',
    /[łąężźćśń]/,
  ),
  sv: marks(
    'och att det i en ett som är på för av med den till inte har de om var hur vad varför när man du vi jag kan men så eller från ska också mer sig din ditt alla över vid fungerar',
  ),
  da: marks(
    'og at det i en et som er på for af med den til ikke har de om var hvordan hvad hvorfor når man du vi jeg kan men så eller fra skal også mere sig din dit alle over ved bliver fungerer virker',
    /[æ]/,
  ),
  no: marks(
    'og å det i en et som er på for av med den til ikke har de om var hvordan hva hvorfor når man du vi jeg kan men så eller fra skal også mer seg din ditt alle over ved blir fungerer virker',
  ),
  fi: marks(
    'ja on ei se että hän mutta kun niin kuin myös tai ovat oli mitä miten miksi kuinka joka jos vain sen tämä voi ole nyt sitten kanssa mukaan jo vielä hyvin kaikki minä sinä me toimii',
  ),
  tr: marks(
    've bir bu da de için ile ne nasıl neden ama çok daha gibi olarak en o var yok mi mı değil kadar sonra her ya ki olan olur şey ben sen biz siz kim hangi zaman çalışır',
    /[ığş]/,
  ),
  cs: marks(
    'a se na je v že to s z do jak co proč kdy ale by i o pro jako po za od která který které jsou jsme bude má být už jen tak nebo při kde ten ta není funguje fungují',
    /[řůě]/,
  ),
  ro: marks(
    'și de la în a cu pe nu este o un că să din pentru care ce cum când mai sau dar sunt fost prin le se al ale unei unui ca fi are acest această tot',
    /[țșă]/,
  ),
  hu: marks(
    'a az és hogy nem is egy ez meg de ha csak mint már van volt még el fel ki be mi mit hogyan miért mikor vagy után lehet ezt azt minden aki ami több',
    /[őű]/,
  ),
  id: marks(
    'yang dan di ke dari untuk dengan ini itu pada adalah tidak dalam akan bisa cara apa bagaimana mengapa kenapa karena atau juga lebih saat ada kita kamu anda mereka saya sudah hanya jadi seperti oleh',
  ),
  vi: marks(
    'và của là có không được trong cho một các những với này đó khi để như thế nào làm sao cách tại vì người đã sẽ từ đến ra vào bạn tôi chúng ta nhưng hay rất nhiều',
    /[ơưạếềệộđ]/,
  ),
};

export const cyrillicLanguages: Readonly<Record<string, LanguageMarks>> = {
  ru: marks(
    'и в не на что с как это по но из у за от так же вы он она они мы то бы для о к до или если почему когда где кто его их все уже только ещё можно при чтобы',
    /[ыэё]/,
  ),
  uk: marks(
    'і в у не на що з як це та до але із за від так же ви він вона вони ми то б для про чи якщо чому коли де хто його їх все вже тільки ще можна при щоб є',
    /[іїєґ]/,
  ),
  bg: marks(
    'и в не на че с как това по но от за до да се са е са той тя те ние то би или ако защо кога къде кой му им всички вече само още може при ще който която което',
  ),
};

export const arabicScriptLanguages: Readonly<Record<string, LanguageMarks>> = {
  ar: marks('في من على إلى أن هذا هذه التي الذي كيف ما لماذا متى لا مع عن كل أو ثم كان هو هي لم قد بعد', /[ةىأإ]/),
  fa: marks('و در به از که این را با است برای آن یک خود تا بر هم چگونه چرا چه ما شما می شود نیز اما یا', /[پچژگی]/),
  ur: marks('کے کی کا ہے میں سے اور کو یہ کہ پر نے ہیں ایک کیسے کیا کیوں جب آپ ہم بھی نہیں تو اس', /[ٹڈڑےہھ]/),
};
