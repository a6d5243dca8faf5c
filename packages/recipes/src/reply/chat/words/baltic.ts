import type { ChatWords } from './chat-words.ts';

/** What stands around an answer in Baltic languages. */
export const baltic: Readonly<Record<string, ChatWords>> = {
  lt: {
    assent: 'žinoma|aišku|be abejo|mielai|gerai|suprantu|tikrai',
    here: 'štai|čia (?:yra|pateikiama)|žemiau|tai yra',
    thing:
      'pasakojim|naracij|scenarij|scen|versij|tekst|pavadinim|antrašt|aprašym|eilut|atsakym|rezultat|juodrašt|vertim|pastraip|sąraš|pasiūlym|json',
    offer:
      'praneškite|pranešk|parašykite man|leiskite (?:man )?žinoti|jei (?:norite|nori|reikia|reikėtų|norėtumėte).{0,60}(?:galiu|pranešk|parašyk)',
    remark: 'tikiuosi|ar (?:norite|norėtumėte)|taip pat galiu|pastaba:|žodžių skaičius',
    answer: '(?:galutin\\S+ |pataisyt\\S+ )?(?:atsakymas|versija)|rezultatas|galutinis tekstas',
    draft: 'juodraštis|pirm(?:oji|a) versija',
    option: 'variantas|versija|pasirinkimas|pasiūlymas',
  },
  lv: {
    assent: 'protams|noteikti|labprāt|labi|saprotu|skaidrs',
    here: 'lūk|šeit (?:ir|būs)|zemāk|tas ir',
    thing:
      'stāstījum|narācij|scenārij|versij|tekst|nosaukum|virsrakst|aprakst|teikum|atbild|rezultāt|melnrakst|tulkojum|rindkop|sarakst|piedāvājum|json',
    offer:
      'dodiet (?:man )?ziņu|dod ziņu|paziņojiet|ja (?:vēlaties|vēlies|vajag|nepieciešam).{0,60}(?:varu|dodiet|paziņo)',
    remark: 'ceru|vai (?:vēlaties|vēlies)|varu arī|piezīme:|vārdu skaits',
    answer: '(?:galīg\\S+ |labot\\S+ )?(?:atbilde|versija)|rezultāts|gala teksts',
    draft: 'melnraksts|pirmā versija',
    option: 'variants|versija|iespēja|piedāvājums',
  },
};
