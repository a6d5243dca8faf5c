/**
 * Phrases with a numeral in them that counts nothing, as `other-meanings.ts` takes them: idioms, names, and words that are
 * written as a numeral is but mean something else where they stand so (German "gib acht", Italian "tu sei", Vietnamese
 * "năm nay"). Our own choice, of everyday texts.
 */
export const phrasesThatCountNothing: Readonly<Record<string, string>> = {
  da: 'i alt fald|en gang for alle',
  de: 'achte[nt]?(?= (?:auf|darauf|sie|immer|stets|bei|beim))|(?:gib|gibt|gebt|geben sie|nimm|nehmt|hab|habt|außer|in) acht|acht(?= (?:geben|gibt|gab|zu geben))|null bock|unter vier augen|auf allen vieren|sieben(?= (?:das|den|die|sie|durch))',
  es: 'segund[oa]s?(?= mano)|segundos|(?<=(?:un|cada|por|medio|último) )segundo|cuarto de (?:baño|hora|estar)|(?<=(?:un|el|mi|tu|su|del) )cuarto|uno (?:mismo|a uno|tras otro)',
  en: 'one another|no one|seconds?(?= (?:hand|nature|thoughts?|best|guess|opinion))|seconds|(?<=(?:^|[^\\p{L}])(?:a|per|each|every|split|one|half a|another|this|last) )second|nine to five|four wheel|catch twenty two|forty winks|back to square one|zero in|zero tolerance',
  fa: 'نه(?= (?:تنها|خیر|این|فقط|گفتن|بگو|به|را|که|و))|یا نه',
  fi: 'kuusi(?= (?:on|oli|kasvaa|ja mänty))|kuusisto\\p{L}*',
  fr: '(?:quoi de|tout|comme|flambant|à|rien de) neuf|neufs|millets?|secondes?|seconde main|se mettre en quatre|(?<=un )second(?= souffle)',
  hi: '(?:मुझे|हमें|कर|बता|छोड़|दे|जाने|रहने|करने|ले|आने) दो|एक दूसरे|दो(?=[!।])',
  hu: 'hét(?= (?:múlva|végén|elején|közepén|vége|napja))|(?<=(?:egy|két|három|négy|öt|hat|jövő|múlt|minden|utolsó|\\d) )hét|hat(?= (?:az?|rá|ránk|rád)(?!\\p{L}))',
  id: 'satu satunya|satu per satu|kedua (?:belah|orang tua)|empati\\p{L}*',
  it: 'sei(?= (?:pronto|pronta|bravo|brava|un|una|il|la|stato|stata|sicuro|sicura|in|a|di|tu|mai|già|qui|solo|sola)(?!\\p{L}))|(?:tu|ci|non|se|chi|dove|come|che) sei|secondo(?= (?:me|te|lui|lei|noi|voi|la|il|lo|gli|le|alcuni|molti)(?!\\p{L}))|secondi|(?<=(?:un|ogni|al|per) )secondo',
  ja: '一番(?!目)|(?<![一二三四五六七八九十百千\\d])十分(?=[になだで])|十八番|百人一首|三日坊主|一石二鳥|七転び八起き|一か八か|八百万の神|六本木|三菱|三井|三宅|三味線|千鳥|五月雨|三人称|二枚目|四六時中',
  ko: '천사(?!백)|천만에\\p{L}*|천천히|오만[한함하]\\p{L}*|하나님\\p{L}*|하나로|만사|억만장자',
  nl: 'elfen|(?:sla|slaat|geef|neem|in) acht|acht(?= (?:slaan|nemen))|achten(?= (?:wij|we|ik))',
  pl: 'jednak\\p{L}*|jedna(?= za drugą)',
  pt: 'segundos|(?<=(?:um|cada|por|último|meio) )segundo|segundo(?= (?:os?|as?|ele|ela|fontes|dados|uma?|especialistas)(?!\\p{L}))|quarto de (?:hora|banho|dormir)|(?<=(?:um|o|meu|seu|no|do) )quarto',
  ru: 'сорока(?= (?:белобока|летит|сидит|украла|воровка))|три(?= (?:морковь|сыр|на т[её]рке))|один на один|один за другим',
  ta: 'ஆறு(?= (?:ஓடு|பாய)\\p{L}*)',
  th: 'แปดเปื้อน|ร้อยเรียง|หนึ่งเดียว',
  tr: 'yüz(?= (?:bakım|maske|yıka|yoga|krem|tanı|ifade|hatlar)\\p{L}*)|(?:kim|ne|hepsini|yemek|onu|bunu) yedi|(?:otobüse|trene|arabaya|uçağa|ata|bisiklete) bin|bin(?= bir çeşit)',
  vi: 'ba(?= (?:mẹ|má|tôi|em|con|lô|của|anh|chị|mình|ơi|rọi|chỉ|láp))|(?:ông|bà|chú|anh|của) ba|(?<!những )năm(?= (?:nay|ngoái|sau|trước|mới|tới|qua|học|đó|ấy|này|sinh|nhuận|âm|dương|\\d))|(?<=(?:hàng|mỗi|trong|cuối|đầu|giữa|quanh|lâu|từng|nhiều|các|vào|mấy|suốt|cả|một|hai|ba|bốn|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|ngàn|\\d) )năm(?! (?:mươi|trăm|nghìn|ngàn|triệu|tỷ))|chín(?= (?:muồi|tới|đỏ|vàng|kỹ|đều|mọng))|(?:nấu|chưa|quả|trái|gần|luộc|trứng|thịt|cơm|vừa) chín|tám chuyện|một mình|một số|một chút|(?<!(?:trăm|nghìn|ngàn|triệu|phẩy|mươi) )không(?= \\p{L})(?! (?:độ|phần trăm|giờ|điểm|trăm|mươi|phẩy))|(?<=\\p{L} )(?<!(?:trăm|nghìn|ngàn|triệu|phẩy|mươi) )không|tư(?= (?:vấn|duy|nhân|tưởng|liệu|thế))',
  zh: '万一|萬一|[千万千萬]{2}(?=[别別不要记記小])|十分(?![钟鐘之])|三明治|三星|三[亚亞]|三国|三國|三文鱼|三文魚|二手|[双雙]十一|四川|九寨|百分之|千与千寻|千與千尋|五花八[门門]|七上八下|[乱亂]七八糟|三心二意|四面八方|一五一十|成千上[万萬]|五[颜顏]六色|七嘴八舌|丢三落四|朝三暮四|三三[两兩]{2}|十全十美|九牛一毛|百里挑一|千方百[计計]|千里之行|八卦|六神',
};
