import { expect, test } from 'vitest';
import { refusalIn } from './refusal.ts';

/** Wordings that nobody wrote a pattern for, as models say no in their languages. */
const made: readonly (readonly [language: string, texts: readonly string[]])[] = [
  [
    'en',
    [
      "I'm sorry, but that's something I have to stay away from.",
      "As an AI, I don't create content like that.",
      'I must pass on that topic.',
      "Sorry, I can't do that.",
      "I'm unable to proceed with this.",
      "This isn't something I'm comfortable with.",
      'I have to refuse.',
      'Unfortunately I cannot be of assistance here.',
      "My apologies, but I'm going to have to decline.",
      "I can't engage with this topic.",
      "I don't have the ability to write that.",
      "That request isn't one I can fulfil.",
      "I won't write about this subject, but I'm happy to help with something else.",
      "I'm designed to be safe and helpful, so I can't produce that.",
      "Let's pick a different topic.",
      'I cannot comply.',
      'Apologies, this falls outside my guidelines.',
      'I am programmed to avoid such subjects.',
      "It's against my policy to discuss this.",
      "I'm just a language model, I can't do that.",
      'Please ask me something else.',
      'I choose not to answer.',
      "Nope, can't help you there.",
      'I’d be glad to help with another topic instead.',
    ],
  ],
  [
    'de',
    [
      'Als KI kann ich so etwas nicht schreiben.',
      'Das kann ich leider nicht tun.',
      'Tut mir leid, da muss ich passen.',
      'Dazu kann ich keine Auskunft geben.',
      'Entschuldigung, aber dieses Thema ist für mich tabu.',
      'Ich darf dazu keine Inhalte erstellen.',
      'Bei diesem Thema muss ich ablehnen.',
      'Ich bin nicht befugt, darüber zu schreiben.',
      'Bitte wähle ein anderes Thema.',
      'So etwas schreibe ich nicht.',
    ],
  ],
  [
    'fr',
    [
      "En tant qu'IA, je ne peux pas écrire cela.",
      'Désolé, je dois passer mon tour.',
      "Je suis désolé, mais ce sujet ne m'est pas permis.",
      'Je ne suis pas autorisé à traiter ce thème.',
      'Je regrette, impossible de vous aider sur ce point.',
      "Cela va à l'encontre de mes principes.",
      'Choisissons un autre sujet, si vous le voulez bien.',
      "Je m'abstiens de rédiger ce texte.",
      'Malheureusement, je ne peux rien faire pour vous.',
    ],
  ],
  [
    'es',
    [
      'Como IA, no puedo escribir eso.',
      'Lo siento, tengo que pasar de este tema.',
      'Me abstengo de escribir sobre ello.',
      'No me está permitido tratar ese asunto.',
      'Perdona, pero eso no lo puedo hacer.',
      'Por desgracia no puedo serte útil en esto.',
      'Ese asunto queda fuera de lo que hago.',
      'Elijamos otro tema.',
    ],
  ],
  [
    'pt',
    [
      'Como uma IA, não consigo escrever isso.',
      'Peço desculpa, mas tenho de recusar.',
      'Isso vai contra as minhas diretrizes.',
      'Não estou autorizado a falar disso.',
      'Lamento, mas não me é possível ajudar nisso.',
      'Vamos escolher outro tema.',
    ],
  ],
  [
    'it',
    [
      'In quanto IA, non posso scriverlo.',
      'Mi spiace, devo declinare.',
      'Non mi è consentito trattare questo argomento.',
      'Purtroppo non sono in grado di aiutarti.',
      'Preferisco astenermi.',
      'Scegliamo un altro argomento.',
    ],
  ],
  [
    'nl',
    [
      'Als AI kan ik dat niet schrijven.',
      'Het spijt me, dit moet ik weigeren.',
      'Hier mag ik niets over zeggen.',
      'Ik ben niet in staat dit verzoek in te willigen.',
      'Laten we een ander onderwerp kiezen.',
    ],
  ],
  [
    'pl',
    [
      'Jako AI nie mogę tego napisać.',
      'Przykro mi, muszę odmówić.',
      'Nie wolno mi o tym pisać.',
      'To narusza moje zasady.',
      'Wybierzmy inny temat.',
    ],
  ],
  [
    'ru',
    [
      'Как ИИ, я не могу это написать.',
      'Мне жаль, но вынужден отказаться.',
      'Мне нельзя писать об этом.',
      'Это противоречит моим правилам.',
      'Давайте выберем другую тему.',
      'Увы, тут я бессилен помочь.',
      'Я воздержусь от ответа.',
    ],
  ],
  ['uk', ['Як ШІ, я не можу цього написати.', 'Мені шкода, але мушу відмовитися.', 'Оберімо іншу тему.']],
  ['cs', ['Jako AI to nemohu napsat.', 'Je mi líto, musím odmítnout.', 'Zvolme jiné téma.']],
  ['sv', ['Som AI kan jag inte skriva det.', 'Jag är ledsen, men jag måste avböja.', 'Låt oss välja ett annat ämne.']],
  ['da', ['Som AI kan jeg ikke skrive det.', 'Jeg er ked af det, men jeg må afslå.']],
  ['no', ['Som KI kan jeg ikke skrive det.', 'Jeg må dessverre avslå.']],
  ['fi', ['Tekoälynä en voi kirjoittaa tätä.', 'Olen pahoillani, minun on kieltäydyttävä.', 'Valitaan toinen aihe.']],
  ['hu', ['MI-ként ezt nem írhatom meg.', 'Sajnálom, ezt vissza kell utasítanom.', 'Válasszunk másik témát.']],
  ['ro', ['Ca IA, nu pot scrie asta.', 'Îmi pare rău, trebuie să refuz.']],
  [
    'tr',
    [
      'Bir yapay zeka olarak bunu yazamam.',
      'Üzgünüm, reddetmek zorundayım.',
      'Bu konuda yazmam mümkün değil.',
      'Başka bir konu seçelim.',
    ],
  ],
  ['el', ['Ως ΤΝ δεν μπορώ να το γράψω.', 'Λυπάμαι, πρέπει να αρνηθώ.', 'Ας διαλέξουμε άλλο θέμα.']],
  [
    'ar',
    ['بصفتي نموذج ذكاء اصطناعي لا يمكنني كتابة ذلك.', 'أعتذر، علي أن أرفض.', 'هذا مخالف لسياستي.', 'لنختر موضوعا آخر.'],
  ],
  ['fa', ['به عنوان هوش مصنوعی نمی‌توانم این را بنویسم.', 'متأسفم، باید رد کنم.', 'بیایید موضوع دیگری انتخاب کنیم.']],
  ['he', ['כבינה מלאכותית אני לא יכול לכתוב את זה.', 'סליחה, אני חייב לסרב.', 'בוא נבחר נושא אחר.']],
  ['hi', ['एक एआई के रूप में मैं यह नहीं लिख सकता।', 'खेद है, मुझे मना करना होगा।', 'कृपया कोई दूसरा विषय चुनें।']],
  ['bn', ['একজন এআই হিসেবে আমি এটা লিখতে পারি না।', 'দুঃখিত, আমাকে না বলতে হচ্ছে।']],
  ['ta', ['ஒரு AI ஆக என்னால் இதை எழுத முடியாது.', 'மன்னிக்கவும், மறுக்க வேண்டும்.']],
  ['th', ['ในฐานะ AI ฉันไม่สามารถเขียนสิ่งนี้ได้', 'ขอโทษ ฉันต้องปฏิเสธ', 'กรุณาเลือกหัวข้ออื่น']],
  ['vi', ['Là một AI, tôi không thể viết điều này.', 'Xin lỗi, tôi phải từ chối.', 'Hãy chọn chủ đề khác.']],
  ['sw', ['Samahani, siwezi kuandika hilo.', 'Samahani, nakataa ombi hili.', 'Tafadhali chagua mada nyingine.']],
  ['id', ['Sebagai AI, saya tidak bisa menulis itu.', 'Maaf, saya harus menolak.', 'Mari pilih topik lain.']],
  [
    'zh',
    [
      '作为人工智能，我不能写这个。',
      '抱歉，我必须拒绝。',
      '恕难从命。',
      '这个我做不到。',
      '请换一个话题。',
      '我还是不写这个比较好。',
      '對不起，這超出我的能力。',
    ],
  ],
  [
    'ja',
    [
      'AIとして、それは書けません。',
      '申し訳ありませんが、辞退させていただきます。',
      'お断りします。',
      '別の話題にしましょう。',
      'ご期待に添えません。',
      'その話題は控えさせていただきます。',
    ],
  ],
  [
    'ko',
    ['AI로서 그런 글은 쓸 수 없어요.', '죄송하지만 거절하겠습니다.', '다른 주제를 골라 주세요.', '그건 어렵습니다.'],
  ],
];

test.each(made)('in %s a text of talk alone that declines is a refusal', (_, texts) => {
  expect(texts.filter((text) => refusalIn({ title: text, description: text }) === undefined)).toEqual([]);
});

/** The same words with something to say. */
const said: readonly (readonly [language: string, texts: readonly string[]])[] = [
  [
    'en',
    [
      "Let's pick a different bean and taste again.",
      'Please ask your barista first.',
      'As an AI researcher, Mira could not write code at first.',
      'Sorry, but espresso is not strong coffee.',
      "I can't live without crema.",
      'I have to refuse sugar in my cup.',
      'Nope, that is not crema.',
      "This isn't something I'm comfortable with, said no barista ever.",
      'Unfortunately, sour shots are common.',
      'I must pass the salt.',
      'My guidelines for sour coffee are simple.',
      "It's against the law to sell this coffee.",
      "We won't write off the moka pot yet.",
      "I can't do that without a scale, so let's get one.",
      "You can't help but love it.",
      'Why I stopped saying sorry',
      'How AI says no',
      "I'm just a barista, I can't do magic.",
      'Apologies to tea drinkers: this one is for you.',
    ],
  ],
  [
    'de',
    [
      'Tut mir leid, aber Espresso ist kein Mokka.',
      'Da muss ich passen, sagte der Kellner.',
      'Bitte wähle eine andere Mahlung.',
      'So etwas trinkt man nicht.',
      'Das kann ich gut verstehen.',
      'Ich kann ohne Kaffee nicht leben.',
      'Warum KI nicht alles darf',
    ],
  ],
  [
    'fr',
    [
      "Désolé, l'espresso n'est pas amer.",
      'Choisissons un autre grain.',
      'Je ne peux pas vivre sans café.',
      "Cela va à l'encontre du goût.",
    ],
  ],
  [
    'es',
    [
      'Lo siento, pero el café no es así.',
      'Elijamos otro grano.',
      'No puedo vivir sin café.',
      'Como IA de moda, ChatGPT escribe guiones.',
    ],
  ],
  ['pt', ['Vamos escolher outro grão.', 'Isso vai contra a tradição.', 'Não consigo viver sem café.']],
  ['it', ["Scegliamo un'altra macinatura.", 'Purtroppo il caffè è amaro.', 'Mi spiace per il tè.']],
  [
    'ru',
    [
      'Давайте выберем другой помол.',
      'Мне жаль, но это не эспрессо.',
      'Мне нельзя кофе, и вот почему.',
      'Я не могу без кофе.',
    ],
  ],
  [
    'zh',
    [
      '请换一个杯子。',
      '对不起，这不是拿铁。',
      '这个我做不到，但咖啡师可以。',
      '作为人工智能的先驱，他改变了世界。',
      '我不能没有咖啡。',
    ],
  ],
  [
    'ja',
    [
      '別の豆にしましょう。',
      'ごめんなさい、これはラテではありません。',
      'コーヒーなしでは生きられません。',
      'お断りの仕方を学ぶ動画です。',
    ],
  ],
  [
    'ko',
    ['다른 원두를 골라 주세요.', '커피 없이는 살 수 없습니다.', '거절하는 법을 배워 봅시다.', '그건 어렵지 않습니다.'],
  ],
  ['ar', ['لنختر حبوبا أخرى.', 'لا أستطيع العيش بدون قهوة.']],
  ['hi', ['कृपया कोई दूसरा कप चुनें।', 'मैं कॉफी के बिना नहीं रह सकता।']],
  ['tr', ['Başka bir çekirdek seçelim.', 'Kahvesiz yaşayamam.']],
  ['th', ['กรุณาเลือกเมล็ดอื่น', 'ฉันขาดกาแฟไม่ได้']],
  ['vi', ['Hãy chọn loại hạt khác.', 'Tôi không thể sống thiếu cà phê.']],
  ['pl', ['Wybierzmy inne ziarna.', 'Nie mogę żyć bez kawy.']],
];

test.each(said)('in %s a text that says something of its subject is none', (_, texts) => {
  const wrong = texts.filter((text) => refusalIn({ title: text, description: text }) ?? refusalIn(text));
  expect(wrong).toEqual([]);
});

test.each([
  ['How to refuse a request politely', 'How to refuse a request'],
  ['Warum KI-Modelle Anfragen ablehnen', 'Warum Modelle Anfragen ablehnen'],
  ['Политика отказов языковых моделей', 'Политика отказа модели'],
])('what shares its words with the topic "%s" is no talk', (topic, title) => {
  expect(refusalIn({ title, description: title }, topic)).toBeUndefined();
});
