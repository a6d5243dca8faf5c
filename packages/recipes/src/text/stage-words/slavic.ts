import type { StageWords } from './stage-words.ts';

export const slavic: Readonly<Record<string, StageWords>> = {
  pl: {
    speakers:
      'narrator(?:ka)?|lektor(?:ka)?|prowadząc[ya]|prezenter(?:ka)?|gość|głos(?: z offu)?(?: kobiecy| męski| żeński)?|reporter(?:ka)?',
    sections: 'scena|wstęp|wprowadzenie|zakończenie|wezwanie do działania|haczyk',
    lines:
      'obraz|wizualnie|wizualizacja|tekst na ekranie|napis|muzyka(?: w tle)?|dźwięk|efekt dźwiękowy|kamera|ujęcie|przejście|miejsce',
    subjects: 'obraz|napis|muzyka|dźwięk|kamera|ujęcie|przejście|miejsce',
    cues: 'śmi(?:ech|eje się|eją się)|chichocze|chichot|wzdych(?:a|ając)|westchnienie|pauza|szept(?:em|ce|cze)?|szepcze|oklaski|brawa|klaszcze|kaszl(?:e|ąc)|chrząka|szlocha|płacze|uśmiecha się|uśmiech|kiwa głową|mruga|bierze (?:głęboki )?oddech|werble|cisza|krzyczy',
    sounds: 'muzyka|dźwięk|hałas|muzyka w tle|śpiewa',
    shots:
      'cięcie (?:na|do)|kamera (?:pokazuje|zbliża|najeżdża|przesuwa)|zbliżenie|plan ogólny|widzimy|słychać|odgłos|(?:wesoła|spokojna|dramatyczna|cicha|energiczna) muzyka|muzyka (?:gra|cichnie|narasta|zaczyna)',
    blanks:
      'kanał[u]?|kanału|nazwa|imię|twój|twoja|twoje|link|strona|marka|produkt|firma|data|miasto|temat|liczba|cena|tytuł',
    inserts: 'wstaw|wpisz|dodaj|uzupełnij|tutaj|tu',
  },
  cs: {
    speakers:
      'vypravěč(?:ka)?|moderátor(?:ka)?|hlas(?: mimo obraz)?|komentátor|host|mluvčí|reportér(?:ka)?|rozprávač(?:ka)?',
    sections: 'scéna|úvod|závěr|výzva k akci|výzva',
    lines: 'obraz|vizuál(?:ně)?|text na obrazovce|titulek|hudba|zvuk|zvukový efekt|kamera|záběr|přechod|střih|prechod',
    subjects: 'obraz|titulek|hudba|zvuk|kamera|záběr|přechod|střih|prechod',
    cues: 'sm(?:ích|ěje se|ějí se)|smiech|smeje sa|chichotá se|vzdech(?:ne)?|vzdychá|povzdech|pauza|šept(?:á|em|ání)|potlesk|tleská|kašle|odkašle si|pláče|vzlyká|usmívá se|úsměv|přikývne|kývne|mrkne|nádech|nadechne se|ticho|křičí',
    sounds: 'hudba|zvuk|hluk|hudba v pozadí|zpívá',
    shots:
      'střih na|kamera (?:zabírá|se|přejíždí|ukazuje)|detail na|detailní záběr|celkový záběr|vidíme|je slyšet|zvuk|(?:veselá|klidná|dramatická|jemná) hudba|hudba (?:hraje|zní|utichá|začíná)',
    blanks: 'kanál\\p{L}*|název|jméno|váš|vaše|tvůj|odkaz|web|značka|produkt|firma|datum|město|téma|číslo|cena|titul',
    inserts: 'vlož(?:te|it)?|doplň(?:te)?|přidej(?:te)?|napiš(?:te)?|zde|sem',
  },
  hr: {
    speakers:
      'pripovjedač(?:ica)?|pripovedač|pripovedoval(?:ec|ka)|narator|voditelj(?:ica)?|glas|gost|приповедач|наратор|водитељ',
    sections: 'scena|uvod|završetak|poziv na akciju|сцена|увод',
    lines:
      'slika|vizual(?:no)?|tekst na (?:zaslonu|ekranu)|glazba|muzika|zvuk|zvučni efekt|kamera|kadar|prijelaz|музика|камера',
    subjects: 'slika|glazba|muzika|zvuk|kamera|kadar|prijelaz|музика|камера',
    cues: 'smij(?:eh|e se)|smeh|smeje se|uzdah|uzdiše|uzdahne|pauza|stanka|šapuće|šapat|pljesak|aplauz|kašlje|plače|smiješi se|osmijeh|klima glavom|tišina|viče|смех|пауза|аплауз',
    sounds: 'glazba|muzika|zvuk|buka|pjeva|музика',
    shots:
      'rez na|kamera (?:zumira|pokazuje|prikazuje|se)|krupni plan|vidimo|čuje se|zvuk|(?:vesela|tiha|dramatična|lagana) (?:glazba|muzika)',
    blanks:
      'kanal\\p{L}*|naziv|ime|vaš\\p{L}*|tvoj\\p{L}*|poveznica|link|stranica|proizvod|tvrtka|firma|datum|grad|tema|broj|cijena|naslov',
    inserts: 'umetni(?:te)?|unesi(?:te)?|dodaj(?:te)?|ovdje',
  },
  ru: {
    speakers:
      'диктор|рассказчик|рассказчица|ведущ(?:ий|ая)|(?:женский |мужской )?голос(?: за кадром)?|закадровый голос|гость|интервьюер|корреспондент|спикер|озвучка|мужчина|женщина',
    sections: 'сцена|вступление|введение|концовка|крючок|хук|призыв к действию|заставка',
    lines:
      'визуал(?:ьно|ьный ряд)?|кадр|картинка|изображение|текст на экране|на экране|титр(?:ы)?|музыка|звук|звуковой эффект|камера|план|переход|ремарка|место',
    subjects: 'кадр|картинка|изображение|титр(?:ы)?|музыка|звук|камера|план|переход|место',
    cues: 'сме(?:[её]тся|ются|ясь|х)|хихикает|усмехается|вздыха(?:ет|я)|вздох|пауза|ш[её]пот(?:ом)?|шепчет|аплодисменты|хлопает|кашля(?:ет|я)|кашель|откашливается|всхлипывает|плач(?:ет|а)?|улыба(?:ется|ясь)|улыбка|кивает|подмигивает|глубокий вдох|вдох|барабанная дробь|тишина|кричит|молчание',
    sounds: 'музыка|звук|шум|фоновая музыка|по[её]т|звонок|тихо|громко',
    shots:
      'смена кадра|склейка|камера (?:приближается|показывает|наезжает|движется|отъезжает)|крупный план|общий план|средний план|мы видим|слыш(?:ен|на|но|ны)|звуки? |играет|звучит|появляется (?:текст|надпись)|затемнение|(?:весёлая|веселая|спокойная|драматичная|тихая|бодрая|напряжённая|фоновая) музыка|музыка (?:играет|стихает|нарастает|затихает|звучит)',
    blanks:
      'канал\\p{L}*|название|имя|ваш\\p{L}*|твой|твоё|ссылка|ссылку|сайт|бренд|продукт|компания|компании|дата|город|тема|число|количество|цена|заголовок',
    inserts: 'вставьте|вставить|вставь|добавьте|укажите|впишите|здесь|ваш\\p{L}*',
  },
  uk: {
    speakers:
      'диктор|оповідач(?:ка)?|ведуч(?:ий|а)|(?:жіночий |чоловічий )?голос(?: за кадром)?|закадровий голос|гість|гостя|кореспондент|спікер|озвучення',
    sections: 'сцена|вступ|кінцівка|гачок|заклик до дії|заставка',
    lines:
      'візуал(?:ьно|ьний ряд)?|кадр|зображення|текст на екрані|на екрані|титр(?:и)?|музика|звук|звуковий ефект|камера|план|перехід|ремарка',
    subjects: 'кадр|зображення|титр(?:и)?|музика|звук|камера|план|перехід',
    cues: 'смі(?:ється|ються|ючись|х)|хихикає|зітха(?:є|ючи)|зітхання|пауза|шепоч(?:е|учи)|пошепки|шепіт|оплески|плескає|кашля(?:є|ючи)|схлипує|плаче|посміхається|усміхається|посмішка|киває|підморгує|глибокий вдих|вдих|тиша|кричить|мовчання',
    sounds: 'музика|звук|шум|фонова музика|співає|тихо|голосно',
    shots:
      "зміна кадру|камера (?:наближається|показує|рухається|від['’]їжджає)|крупний план|великий план|загальний план|ми бачимо|чути|звуки? |грає|лунає|з['’]являється (?:текст|напис)|(?:весела|спокійна|драматична|тиха|фонова) музика|музика (?:грає|стихає|наростає)",
    blanks:
      "канал\\p{L}*|назва|ім['’]я|ваш\\p{L}*|твій|твоє|посилання|сайт|бренд|продукт|компанія|компанії|дата|місто|тема|число|кількість|ціна|заголовок",
    inserts: 'вставте|вставити|встав|додайте|вкажіть|впишіть|тут|ваш\\p{L}*',
  },
  bg: {
    speakers: 'разказвач|водещ(?:ият|ата|а)?|говорител|диктор|глас(?: зад кадър)?|гост|репортер',
    sections: 'сцена|въведение|увод|финал|призив за действие',
    lines: 'визия|визуално|кадър|картина|текст на екрана|музика|звук|звуков ефект|камера|преход',
    subjects: 'визия|кадър|картина|музика|звук|камера|преход',
    cues: 'смее се|смеят се|смях|кикоти се|въздиша|въздишка|пауза|шепне|шепот|шепнешком|аплодисменти|ръкопляска|кашля|плаче|усмихва се|усмивка|кима|намига|тишина|мълчание|вика|поема дъх',
    sounds: 'музика|звук|шум|фонова музика|пее|тихо',
    shots:
      'смяна на кадъра|камерата|едър план|близък план|общ план|виждаме|чува се|звук от|(?:весела|спокойна|драматична|тиха) музика|музиката (?:свири|заглъхва)',
    blanks:
      'канал\\p{L}*|име(?:то)?|вашият|вашето|вашия|твоят|линк|връзка|сайт|марка|продукт|фирма|компания|дата|град|тема|число|цена|заглавие',
    inserts: 'вмъкнете|въведете|добавете|поставете|тук|вашето|вашият',
  },
};
