import type { RefusalWords } from './refusal-words.ts';

/** How a no is said in Slavic languages. */
export const slavic: Readonly<Record<string, RefusalWords>> = {
  pl: {
    marks: 'wykracza|nie |wol|odm|odrzu|narusza|sprzeczn|niezgod',
    cannot:
      'nie (?:mogę|możemy|będę|jestem|wolno mi|chcę|czuję|zamierzam|potrafię|powinien\\S*|powinn\\S*)|wolę nie|wolał\\S* nie|(?:muszę|jestem zmuszon\\S*) (?:\\S+ )?(?:odmówić|odrzucić)|odmawiam|nie mam możliwości',
    help: 'pomóc|pomoc|spełni|zrealizować|wykonać|odmówić|odrzucić|komfortowo|asystować|zrobić tego|udzielić|odpowiedzieć na (?:to|tę|tak)',
    make: 'napisać|pisać|stworzyć|tworzyć|wygenerować|generować|przygotować|dostarczyć|zaproponować|podać',
    object:
      '(?:t|tak|tej|tego|twoj)\\S* (?:\\S+ )?(?:prośb|treści|temat|tekst|scenariusz|rodzaju|materiał|żądani|film)\\S*|treści|na ten temat|tego(?=[.,!]|$)|prośb',
    outright:
      '(?:ten temat|ta prośba|to|państwa prośba) wykracza poza (?:moje|to, co|zakres)|wola(?:ł|ła)bym (?:o tym )?nie (?:pisać|tworzyć)|(?:narusza|jest sprzeczn\\S* z|niezgodn\\S* z) (?:moj\\S*|nasz\\S*) (?:wytyczn|zasad|polityk)\\S*|muszę odmówić|przepraszam,? (?:ale )?nie mogę (?:w tym |ci )?(?:pomóc|tego)',
    beside:
      'przepraszam|przykro|niestety|wybacz|jako (?:ai|model|asystent|sztuczna)|model językow|wytyczn|zasad|szkodliw|nielegaln|niebezpieczn|nieodpowiedni|zamiast|alternatyw|chętnie|jeśli (?:chcesz|potrzebujesz|masz)|inn(?:y|ym) temat|czymś innym',
    said: 'powiedzia|mówi|odpowiedzia|odparł|krzykną|zapyta',
  },
  cs: {
    marks: 'přesahuje|mimo|nem|nej|nes|nec|neb|neu|ned|radě|odm|poruš|rozpor|odpor',
    cannot:
      '(?:nemohu|nemůžu|nemůžeme|nejsem|nesmím|nechci|nebudu|necítím|neumím|nedokážu)|raději ne|musím (?:\\S+ )?(?:odmítnout|odmítat)|odmítám',
    help: 'pomoci|pomoct|vyhovět|splnit|asistovat|odmítnout|oprávněn|schopen|schopna|příjemně|udělat (?:to|tohle)|s tím|poskytnout pomoc',
    make: 'napsat|psát|vytvořit|vytvářet|vygenerovat|generovat|připravit|poskytnout|nabídnout|odpovědět',
    object:
      '(?:t|tak|tom|vaš|tvoj)\\S* (?:\\S+ )?(?:žádost|požadav|obsah|tém|text|scénář|druh|video)\\S*|obsah|žádost|o tom|(?:to|toto)(?=[.,!]|$)',
    outright:
      '(?:toto téma|tento požadavek|to|tohle) (?:přesahuje (?:mé|moje)|je mimo (?:mé|moje|rámec))|(?:porušuje|je v rozporu s|odporuje) (?:m\\S+|naš\\S+) (?:pokyn|zásad|pravid|směrnic)\\S*|musím odmítnout|(?:omlouvám se|promiňte|je mi líto),? (?:ale )?(?:s tím |s tímto )?(?:nemohu|nemůžu)',
    beside:
      'omlouvám|promi[ňn]|líto|bohužel|jako (?:ai|jazykový|asistent|umělá)|jazykový model|pokyn|zásad|škodliv|nelegáln|nebezpečn|nevhodn|místo toho|alternativ|rád|pokud (?:chce|potřebuje|máte|máš)|jin(?:é|ém) tém',
    said: 'řekl|říká|odpověděl|vykřikl|zeptal',
  },
  ru: {
    marks: 'выходит|за предел|не |неком|неудоб|вынужд|предпоч|отказ|против|наруш|запрещ',
    cannot:
      '(?:я |мы )?(?:к сожалению, )?(?:я )?не (?:могу|можем|смогу|имею|буду|хочу|способ\\S*|вправе|в состоянии|готов\\S*|намерен\\S*|должен|умею)|мне (?:некомфортно|неудобно|запрещено|не разрешено)|вынужден\\S*|предпоч\\S+ не|отказываюсь',
    help: 'помочь|помогать|выполнить|выполнять|удовлетворить|отказать|отклонить|этого (?:с)?делать|(?:с)?делать (?:этого|это)|содействовать|поддержать (?:этот|такой)|продолжить (?:этот|обсуждение)|ответить на (?:этот|такой|ваш)|обсуждать (?:эту|это)|некомфортно',
    make: 'написать|писать|создать|создавать|сгенерировать|генерировать|предоставить|составить|подготовить|предложить|дать',
    object:
      '(?:эт|так|подобн|данн|ваш|тво)\\S* (?:\\S+ )?(?:запрос|просьб|контент|тем|текст|сценари|материал|рода|видео)\\S*|контент|запрос|об этом|на эту тему|(?:это|этого)(?=[.,!]|$)',
    outright:
      '(?:это|эта тема|этот запрос|ваш запрос|данная тема) (?:выходит за (?:рамки|пределы)|находится за пределами)|предпоч[её]ла? бы не (?:писать|обсуждать|создавать)|(?:противоречит|нарушает|не соответствует) (?:мо|наш)\\S+ (?:\\S+ )?(?:правил|принцип|политик|рекомендац)\\S*|вынужден\\S* отказать|(?:извините|простите|к сожалению|прошу прощения),? (?:но )?(?:я )?не могу (?:с этим |вам |тебе |вам с этим |выполнить |написать |создать |помочь)',
    beside:
      'извин|прости|сожален|сожалею|увы|как (?:ии|языковая|искусственн|ассистент)|языковая модель|правил|политик|вредн|вред|незаконн|опасн|неприемлем|вместо этого|альтернатив|с удовольствием|если (?:вы|вам|у вас|хотите|ты|тебе)|друг(?:ую|ой|ая) тем|чем-то друг|могу помочь',
    said: 'сказал|говорит|ответил|крикнул|спросил|произн',
  },
  uk: {
    marks: 'виходить|поза|не |неком|незруч|змуш|відмов|волію|супереч|наруш|заборон',
    cannot:
      '(?:я |ми )?не (?:можу|можемо|зможу|маю|буду|хочу|здатн\\S*|вправі|готов\\S*|в змозі)|мені (?:некомфортно|незручно|заборонено)|змушен\\S*|відмовляюся|волію не',
    help: 'допомогти|допомагати|виконати|виконувати|задовольнити|відмовити|відхилити|(?:з)?робити (?:це|цього)|цього зробити|сприяти|відповісти на (?:цей|такий)|некомфортно',
    make: 'написати|писати|створити|створювати|згенерувати|генерувати|надати|скласти|підготувати|запропонувати',
    object:
      '(?:ц|так|подібн|дан|ваш|тв)\\S* (?:\\S+ )?(?:запит|прохан|контент|тем|текст|сценарі|матеріал|роду|відео)\\S*|контент|запит|про це|на цю тему|(?:це|цього)(?=[.,!]|$)',
    outright:
      '(?:це|ця тема|цей запит|ваш запит) (?:виходить за (?:межі|рамки)|перебуває поза)|(?:суперечить|порушує|не відповідає) (?:мо|наш)\\S+ (?:\\S+ )?(?:правил|принцип|політи|рекоменд)\\S*|змушен\\S* відмовити|(?:вибачте|на жаль|перепрошую|пробачте),? (?:але )?(?:я )?не можу (?:з цим |вам |тобі |допомогти|виконати|написати|створити)',
    beside:
      'вибач|пробач|перепрош|на жаль|шкода|як (?:ші|мовна|штучн|асистент)|мовна модель|правил|політи|шкідлив|незаконн|небезпечн|неприйнятн|натомість|альтернатив|із задоволенням|якщо (?:ви|вам|у вас|хочете|ти)|іншу тему|можу допомогти',
    said: 'сказа|каже|відпові[вл]|крикну|запита',
  },
  bg: {
    marks: 'не |няма|отка|принуд|против|наруш',
    cannot:
      'не (?:мога|можем|съм|искам|желая|бих|ми е)|няма да мога|(?:трябва|принуден\\S* съм) да (?:\\S+ )?откажа|отказвам',
    help: 'помогна|помагам|съдейств|изпълня|удовлетворя|откажа|отказвам|направя това|комфортно|в състояние|отговоря на (?:тов|тази)',
    make: 'напиша|пиша|създам|създавам|генерирам|предоставя|изготвя|предложа|дам',
    object:
      '(?:т|так|подобн)\\S* (?:\\S+ )?(?:заявка|молба|искане|съдържание|тема|текст|сценари|вид|видео)\\S*|съдържание|заявка|за това|това(?=[.,!]|$)',
    outright:
      '(?:противоречи на|нарушава) (?:мо|наш)\\S+ (?:\\S+ )?(?:правил|насоки|принцип|полити)\\S*|(?:съжалявам|за съжаление|извинете),? (?:но )?не мога да (?:ви |ти )?(?:помогна|изпълня|напиша|създам)',
    beside:
      'съжаля|извин|за съжаление|като (?:ии|езиков|изкуствен|асистент)|езиков модел|насок|правил|вредн|незаконн|опасн|неподходящ|вместо това|алтернатив|с удоволствие|ако (?:искате|имате|желаете|искаш)|друга тема',
    said: 'каза|казва|отговори|извика|попита',
  },
  sk: {
    marks: 'ne|odmiet|proti|poruš|mimo|presah',
    cannot:
      '(?:ne(?:môžem|mohol|dokážem|viem|smiem|chcem|budem|som schopn\\S*)|nie som (?:schopn|oprávnen)\\S*|nie je možné|musím (?:\\S+ )?odmietnuť|odmietam|radšej ne\\S+)',
    help: 'pomôcť|pomáhať|vyhovieť|splniť|odmietnuť|odmietam|to urobiť|spracovať|poslúžiť|odpovedať na (?:túto|toto)',
    make: 'napísať|písať|vytvoriť|vytvárať|vygenerovať|generovať|poskytnúť|pripraviť|ponúknuť|zostaviť',
    object:
      '(?:t|takýt|takét|podobn|vaš|tvoj)\\S* (?:\\S+ )?(?:požiadavk|žiadosť|žiadosti|obsah|tém|text|scenár|druh|materiál|video)\\S*|obsah|o tom|na túto tému|toto(?=[.,!]|$)',
    outright:
      '(?:odporuje|porušuje|je v rozpore s) (?:moj|naš)\\S+ \\S+|(?:prepáčte|ľutujem|žiaľ|bohužiaľ|je mi ľúto),? (?:ale )?(?:s tým(?:to)? )?(?:\\S+ )?ne(?:môžem|dokážem|viem) (?:pomôcť|vám pomôcť|to|vyhovieť|napísať|vytvoriť)\\S*',
    beside:
      'prepáč|ľutuj|žiaľ|bohužiaľ|ľúto|ako (?:ai|jazykov|umel|asistent)|jazykový model|pravidl|zásad|škodliv|nezákonn|nebezpečn|nevhodn|namiesto|alternatív|rád|rada|ak (?:chcete|potrebujete|chceš)|inú tému',
    said: 'povedal|hovorí|odpovedal|zakričal|spýtal',
  },
  hr: {
    marks: 'ne |nije|nisam|odbi|protiv|krš|izvan|žao|mogu',
    cannot:
      '(?:ne (?:mogu|možemo|smijem|smem|želim|bih|osjećam se)|nisam u (?:mogućnosti|stanju)|nisam (?:ovlašten|sposob)\\S*|nije mi (?:moguće|dozvoljeno|dopušteno)|neću moći|moram (?:\\S+ )?odbiti|odbijam|radije ne bih)',
    help: 'pomoći|pomognem|pomagati|udovoljiti|ispuniti|odbiti|odbijam|to (?:u)?činiti|to uraditi|to uradim|obraditi|odgovoriti na (?:taj|ovaj|to)',
    make: 'napisati|napišem|pisati|pišem|stvoriti|kreirati|kreiram|izraditi|generirati|generisati|pružiti|pripremiti|ponuditi|sastaviti',
    object:
      '(?:ov|t|takv|vaš|tvoj)\\S* (?:\\S+ )?(?:zahtjev|zahtev|sadržaj|tem|tekst|scenarij|vrst|materijal|video)\\S*|sadržaj|o tome|na tu temu|(?:to|ovo)(?=[.,!]|$)',
    outright:
      '(?:kosi se s|krši|protivi se|u suprotnosti je s) (?:moj|naš)\\S+ \\S+|(?:žao mi je|nažalost|oprostite|ispričavam se|izvini(?:te)?),? (?:ali )?(?:s tim |u tome |vam |ti )*ne mogu (?:s tim |u tome |vam |ti )*(?:pomoći|da \\S+|udovoljiti|napisati|to)\\S*',
    beside:
      'žao|oprosti|ispričav|izvini|nažalost|kao (?:ai|umjetn|jezičn|asistent|pomoćnik)|jezični model|smjernic|pravil|štet|nezakonit|opasn|neprimjeren|umjesto|alternativ|rado|ako (?:želite|trebate|želiš)|drug\\S+ tem',
    said: 'rekao|rekla|kaže|odgovori|viknu|pita',
  },
  sr: {
    marks: 'не |није|нисам|одби|против|крш|изван|жао',
    cannot:
      '(?:не (?:могу|можемо|смем|желим|бих)|нисам у (?:могућности|стању)|нисам (?:овлашћен|способ)\\S*|није ми (?:могуће|дозвољено)|нећу моћи|морам да одбијем|одбијам|радије не бих)',
    help: 'помоћи|помогнем|удовољ|испуни|одбије|одбијам|то (?:у)?радим|то учиним|обрадим|одговорим на (?:тај|овај|то)',
    make: 'напишем|написати|пишем|креирам|направим|генеришем|пружим|припремим|понудим|саставим',
    object:
      '(?:ов|т|такв|ваш|твој)\\S* (?:\\S+ )?(?:захтев|садржај|тем|текст|сценарио|врст|материјал|видео)\\S*|садржај|о томе|на ту тему|(?:то|ово)(?=[.,!]|$)',
    outright:
      '(?:коси се са|крши|противи се) (?:мој|наш)\\S+ \\S+|(?:жао ми је|нажалост|опростите|извините),? (?:али )?не могу (?:да )?(?:вам |ти |у томе |са тим )*(?:помогн|помоћ|то|напиш|испун)\\S*',
    beside:
      'жао|опрост|извин|нажалост|као (?:аи|вештачк|језичк|асистент)|језички модел|смерниц|правил|штет|незаконит|опасн|неприклад|уместо|алтернатив|радо|ако (?:желите|вам треба|желиш)|друг\\S+ тем',
    said: 'рекао|рекла|каже|одговори|викну|упита',
  },
  sl: {
    marks: 'ne |nisem|ni |zavrn|odklon|nasprot|krši|zunaj|žal',
    cannot:
      '(?:ne (?:morem|moremo|smem|želim|bom|bi)|nisem (?:sposob|pooblašč)\\S*|ni mi (?:mogoče|dovoljeno)|moram (?:\\S+ )?(?:zavrniti|odkloniti)|zavračam|odklanjam|raje ne bi)',
    help: 'pomag|pomoč|ustre|izpoln|zavrn|zavrač|odklon|tega (?:na)?rediti|storiti|odgovoriti na (?:to|takšn)',
    make: 'napisati|napišem|pisati|ustvariti|ustvarim|izdelati|pripraviti|ponuditi|sestaviti',
    object:
      '(?:t|takšn|vaš|tvoj)\\S* (?:\\S+ )?(?:prošnj|zahtev|vsebin|tem|besedil|scenarij|vrst|gradiv|video)\\S*|vsebin\\S*|o tem|(?:to|tega)(?=[.,!]|$)',
    outright:
      '(?:nasprotuje|krši) (?:moj|naš)\\S+ \\S+|(?:žal mi je|žal|oprostite|opravičujem se),? (?:vendar |ampak |a )?(?:vam |ti |tega |pri tem )*ne morem (?:\\S+ ){0,3}(?:pomag|ustre|izpoln|napis|stor)\\S*',
    beside:
      'žal|oprost|opravič|kot (?:ui|umetn|jezikovn|pomočnik|asistent)|jezikovni model|smernic|pravil|škodljiv|nezakonit|nevarn|neprimern|namesto|alternativ|z veseljem|če (?:želite|potrebujete|želiš)|drug\\S+ tem',
    said: 'rekel|rekla|pravi|odgovoril|zavpil|vprašal',
  },
  mk: {
    marks: 'не |неможам|нема|одби|против|прекрш|надвор|жал',
    cannot:
      '(?:не (?:можам|можеме|смеам|сакам|би|сум)|неможам|нема да можам|не ми е (?:можно|дозволено)|морам да (?:\\S+ )?одбијам|одбивам)',
    help: 'помогн|помагам|исполн|одбијам|одбивам|удоволам|го (?:на)?правам тоа|одговорам на (?:тоа|ова)',
    make: 'напишам|пишувам|создадам|создавам|генерирам|обезбедам|подготвам|понудам|составам',
    object:
      '(?:ов|то|так|вак|ваш|твој)\\S* (?:\\S+ )?(?:барање|содржин|тем|текст|сценарио|вид|материјал|видео)\\S*|содржин\\S*|за тоа|(?:тоа|ова)(?=[.,!]|$)',
    outright:
      '(?:е спротивно на|се коси со|ги прекршува) (?:мо|наш)\\S+ \\S+|(?:жал ми е|за жал|извинете|се извинувам),? (?:но )?не можам да (?:ви |ти |го |со тоа )*(?:помогн|исполн|напиш|направ)\\S*',
    beside:
      'жал|извин|како (?:ви|вештачк|јазичен|асистент)|јазичен модел|насок|правил|штетн|незаконск|опасн|несоодветн|наместо|алтернатив|со задоволство|ако (?:сакате|ви треба|сакаш)|друга тема',
    said: 'рече|вели|одговори|извика|праша',
  },
};
