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
};
