import type { ChatWords } from './chat-words.ts';

/** What stands around an answer in Slavic languages. */
export const slavic: Readonly<Record<string, ChatWords>> = {
  pl: {
    assent: 'jasne|oczywiście|pewnie|z przyjemnością|dobrze|rozumiem|nie ma sprawy|świetnie',
    here: 'oto|poniżej|tutaj (?:jest|znajdziesz)|to jest|proszę',
    thing:
      'narracj|scenariusz|skrypt|scen|wersj|tekst|tytuł|opis|linij|zdani|odpowiedź|wynik|szkic|tłumaczeni|akapit|list|przeredagowan|propozycj|json',
    offer:
      'daj (?:mi )?znać|proszę dać znać|jeśli (?:chcesz|potrzebujesz|masz|chciał).{0,60}(?:zmian|popraw|inn|mog|pomó|daj)',
    remark: 'mam nadzieję|czy (?:chcesz|chciał\\w+|mam)|mogę (?:też|również|zmienić)|uwaga:|liczba słów',
    answer:
      '(?:ostateczna )?odpowiedź|wynik|(?:ostateczna|końcowa|finalna|poprawiona) (?:wersja|narracja)|końcowy tekst',
    draft: 'szkic|wersja robocza|pierwsza wersja|brudnopis',
    option: 'opcja|wersja|wariant|alternatywa|propozycja',
  },
  cs: {
    assent: 'jistě|samozřejmě|určitě|rád(?:a)?|dobře|rozumím|jasně|s radostí',
    here: 'zde (?:je|jsou|máte)|tady (?:je|máš|máte)|níže|toto je|tohle je',
    thing:
      'komentář|scénář|scén|verz|text|titul|název|popis|řád|věta|odpověď|výsledek|návrh|koncept|překlad|odstav|seznam|vyprávění|přepracovan|json',
    offer:
      'dej(?:te)? (?:mi )?vědět|chce(?:š|te),? abych|přeje(?:š|te) si|pokud (?:chce|potřebuje|máte|máš|byste).{0,60}(?:změn|uprav|jin|mohu|můžu|dej)',
    remark: 'doufám,? že|mohu (?:také|i|to)|poznámka:|počet slov',
    answer: '(?:konečná )?odpověď|výsledek|(?:konečná|finální|upravená|opravená) verze|finální text',
    draft: 'koncept|hrubý návrh|první (?:verze|návrh|pokus)|náčrt',
    option: 'možnost|verze|varianta|alternativa|návrh',
  },
  ru: {
    assent: 'конечно|разумеется|безусловно|хорошо|с удовольствием|понял|поняла|понятно|окей|да, конечно',
    here: 'вот|ниже|это|представляю|предлагаю',
    thing:
      'закадров|текст|сценари|сцен|верси|вариант|заголов|назван|описани|строк|предложени|ответ|результат|черновик|перевод|абзац|список|переписанн|озвучк|json',
    offer:
      'дайте (?:мне )?знать|дай (?:мне )?знать|скажите,? если|хотите,? (?:чтобы|я)|хочешь,? (?:чтобы|я)|если (?:вам |тебе )?(?:нужн|хотите|хочешь|понадоб|потребу).{0,60}(?:измен|прав|друг|могу|помо|скаж|сообщ)',
    remark: 'сообщите|надеюсь,? (?:это|что|вам|тебе|текст)|могу (?:также|ещё)|примечание:|количество слов',
    answer:
      '(?:окончательный |итоговый |мой )?ответ|результат|(?:окончательн|итогов|финальн|исправленн|переработанн)\\S+ (?:верси|вариант|текст)\\S*',
    draft: 'черновик|черновой вариант|перв(?:ая|ый) (?:версия|вариант|набросок)|набросок',
    option: 'вариант|версия|опция|альтернатива',
  },
  uk: {
    assent: 'звичайно|звісно|безумовно|добре|із задоволенням|зрозуміло|гаразд',
    here: 'ось|нижче|це|пропоную',
    thing:
      'закадров|текст|сценарі|сцен|версі|варіант|заголов|назв|опис|рядок|речення|відповід|результат|чернетк|переклад|абзац|список|переписан|озвуч|json',
    offer:
      'дайте (?:мені )?знати|дай (?:мені )?знати|скажіть,? якщо|хочете,? щоб|хочеш,? щоб|якщо (?:вам |тобі )?(?:потріб|хочете|хочеш).{0,60}(?:змін|прав|інш|можу|допомо|скаж)',
    remark: 'повідомте|сподіваюс|можу (?:також|ще)|примітка:|кількість слів',
    answer:
      '(?:остаточна |моя )?відповідь|результат|(?:остаточн|фінальн|виправлен|перероблен)\\S+ (?:версі|варіант|текст)\\S*',
    draft: 'чернетка|чорновий варіант|перш(?:а|ий) (?:версія|варіант)|начерк',
    option: 'варіант|версія|опція|альтернатива',
  },
  bg: {
    assent: 'разбира се|естествено|добре|с удоволствие|разбрах|със сигурност',
    here: 'ето|по-долу|това е',
    thing:
      'дикторск|текст|сценари|сцен|верси|вариант|заглави|описани|ред|изречени|отговор|резултат|чернов|превод|абзац|списък|json',
    offer:
      'кажете(?: ми|,? ако)|кажи(?: ми|,? ако)|дайте ми знать|уведомете ме|ако (?:искате|искаш|имате|желаете|е нужно).{0,60}(?:пром|друг|мога|помог|каж)',
    remark: 'надявам се|искате ли|искаш ли|мога (?:също|и)|забележка:|брой думи',
    answer: '(?:окончателен )?отговор|резултат|(?:окончателна|крайна|финална|коригирана) версия|краен текст',
    draft: 'чернова|първ(?:а|и) (?:версия|вариант)',
    option: 'вариант|версия|опция|алтернатива',
  },
  sk: {
    assent: 'jasné|samozrejme|určite|iste|rád|rada|dobre|rozumiem|s radosťou',
    here: 'tu (?:je|sú|máš|máte)|nižšie|toto je|nasleduje',
    thing:
      'rozprávan|naráci|scenár|scén|verzi|text|názov|titul|popis|odpoveď|výsledok|návrh|preklad|odsek|zoznam|prepracovan|json',
    offer: 'daj(?:te)? mi vedieť|dajte vedieť|ak (?:chceš|chcete|potrebuješ|potrebujete|si želáte).{0,60}(?:môžem|daj)',
    remark: 'dúfam|chceš|chcete|môžem (?:aj|tiež)|poznámka:|počet slov',
    answer: '(?:konečná |finálna |upravená )?(?:odpoveď|verzia)|výsledok|konečný text',
    draft: 'návrh|koncept|prvá verzia',
    option: 'možnosť|verzia|variant|alternatíva|návrh',
  },
  hr: {
    assent: 'naravno|svakako|rado|u redu|razumijem|dakako|sigurno|razumem',
    here: 'evo|ovdje (?:je|su)|ispod|ovo je|u nastavku|slijedi|ovde je',
    thing:
      'naracij|scenarij|scen|prizor|verzij|tekst|naslov|opis|rečenic|odgovor|rezultat|nacrt|prijevod|odlomak|popis|prijedlog|json',
    offer:
      'javi(?:te)? mi|recite mi|reci mi|ako (?:želiš|želite|trebaš|trebate|imaš|imate).{0,60}(?:mogu|javi|slobodno)',
    remark: 'nadam se|želiš li|želite li|mogu i|napomena:|broj riječi',
    answer: '(?:konačn\\S+ |završn\\S+ |ispravljen\\S+ )?(?:odgovor|verzija)|rezultat|konačni tekst',
    draft: 'nacrt|skica|prva verzija',
    option: 'opcija|verzija|varijanta|prijedlog|mogućnost',
  },
  sr: {
    assent: 'наравно|свакако|радо|у реду|разумем|сигурно',
    here: 'ево|овде (?:је|су)|испод|ово је|у наставку|следи',
    thing:
      'нараци|сценари|сцен|верзиј|текст|наслов|опис|реченица|одговор|резултат|нацрт|превод|пасус|списак|предлог|json',
    offer: 'јави(?:те)? ми|реци(?:те)? ми|ако (?:желиш|желите|треба|имаш|имате).{0,60}(?:могу|јави|слободно)',
    remark: 'надам се|желиш ли|желите ли|могу и|напомена:|број речи',
    answer: '(?:коначн\\S+ |завршн\\S+ |исправљен\\S+ )?(?:одговор|верзија)|резултат|коначни текст',
    draft: 'нацрт|скица|прва верзија',
    option: 'опција|верзија|варијанта|предлог|могућност',
  },
  sl: {
    assent: 'seveda|vsekakor|z veseljem|v redu|razumem|gotovo',
    here: 'tukaj (?:je|so)|tu je|spodaj|to je|sledi',
    thing:
      'pripoved|naracij|scenarij|prizor|scen|različic|besedil|naslov|opis|vrstic|poved|stavek|odgovor|rezultat|osnutek|prevod|odstavek|seznam|predlog|json',
    offer:
      'sporoči(?:te)? mi|povej(?:te)? mi|če (?:želiš|želite|potrebuješ|potrebujete|imaš|imate).{0,60}(?:sporoči|povej)',
    remark: 'upam|ali (?:želiš|želite)|lahko tudi|opomba:|število besed',
    answer: '(?:končn\\S+ |popravljen\\S+ )?(?:odgovor|različica)|rezultat|končno besedilo',
    draft: 'osnutek|prva različica',
    option: 'možnost|različica|predlog',
  },
  mk: {
    assent: 'секако|се разбира|нормално|со задоволство|во ред|разбирам',
    here: 'еве|тука (?:е|се)|подолу|ова е|следи',
    thing:
      'нараци|сценари|сцен|верзиј|текст|наслов|опис|реченица|одговор|резултат|нацрт|превод|пасус|список|предлог|json',
    offer:
      'јав(?:и|ете) ми|каж(?:и|ете) ми|ако (?:сакаш|сакате|ти треба|ви треба|имаш|имате).{0,60}(?:јави|кажи|слободно)',
    remark: 'се надевам|дали сакаш|дали сакате|можам и|забелешка:|број на зборови',
    answer: '(?:конечн\\S+ |завршн\\S+ )?(?:одговор|верзија)|резултат|конечен текст',
    draft: 'нацрт|прва верзија',
    option: 'опција|верзија|варијанта|предлог|можност',
  },
};
